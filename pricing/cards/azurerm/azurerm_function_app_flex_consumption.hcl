# A function app on Flex Consumption: instances that are always ready by the
# gigabyte-second, waiting and working at different prices, and the rest by
# executions and gigabyte-seconds on demand, each execution of at least a second
# at the instance's whole memory. The free 100,000 gigabyte-seconds and 250,000
# executions are the account's and are not taken off. Its plan (FC1) costs nothing.
resource "azurerm_function_app_flex_consumption" {
  usage "monthly_executions" {
    unit        = "executions"
    description = "executions a month on demand"
  }
  usage "execution_duration_ms" {
    unit        = "ms"
    description = "average time an instance is active for one execution on demand"
  }
  usage "always_ready_active_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month that always-ready instances work, all together"
  }
  usage "monthly_always_ready_executions" {
    unit        = "executions"
    default     = null
    description = "executions a month on always-ready instances"
  }

  let {
    # 2,048 MB is the provider's default.
    gb      = coalesce(self.instance_memory_in_mb, 2048) / 1024
    ready   = sum(concat([0], [for a in first(self.always_ready, []) : get(a, "instance_count", 0)]))
    seconds = max(1000, usage.execution_duration_ms) / 1000
    rate    = "functions/always-ready-always-ready"
  }

  cost "always ready" {
    when     = let.ready > 0
    quantity = let.ready * let.gb * hours * 3600
    unit     = "GB-second"
    price    = "${let.rate}-baseline"
  }

  cost "always-ready execution time" {
    when     = let.ready > 0
    quantity = usage.always_ready_active_hrs == null ? null : coalesce(usage.always_ready_active_hrs, 0) * 3600 * let.gb
    unit     = "GB-second"
    price    = "${let.rate}-execution-time"
  }

  cost "always-ready executions" {
    when     = let.ready > 0
    quantity = usage.monthly_always_ready_executions == null ? null : coalesce(usage.monthly_always_ready_executions, 0) / 10
    unit     = "10-executions"
    price    = "${let.rate}-total-executions"
  }

  cost "execution time" {
    quantity = usage.monthly_executions * let.seconds * let.gb
    unit     = "GB-second"
    price    = "functions/on-demand-on-demand-execution-time"
    whole    = true
  }

  cost "executions" {
    quantity = usage.monthly_executions / 10
    unit     = "10-executions"
    price    = "functions/on-demand-on-demand-total-executions"
    whole    = true
  }

  uses "instances" { gap = "how much of a vCPU goes with an instance is not documented" }

  example "a million executions of two seconds, one instance always ready" {
    given   = { instance_memory_in_mb = 2048, always_ready = [{ name = "http", instance_count = 1 }] }
    usage   = { monthly_executions = 1000000, execution_duration_ms = 2000, always_ready_active_hrs = 100, monthly_always_ready_executions = 0 }
    want = {
      "always ready"                = 5256000
      "always-ready execution time" = 720000
      "always-ready executions"     = 0
      "execution time"              = 4000000
      executions                    = 100000
    }
    status  = "priced"
    monthly = "136.944"
    prices = {
      "functions/always-ready-always-ready-baseline"         = 0.000004
      "functions/always-ready-always-ready-execution-time"   = 0.000016
      "functions/always-ready-always-ready-total-executions" = 0.000004
      "functions/on-demand-on-demand-execution-time"         = 0.000026
      "functions/on-demand-on-demand-total-executions"       = 0.000004
    }
    source = "azure.microsoft.com/pricing/details/functions, West Europe, 2026-08"
  }

  example "short executions count a second" {
    given = { instance_memory_in_mb = 512 }
    usage = { monthly_executions = 100000, execution_duration_ms = 50 }
    want  = { "execution time" = 50000, executions = 10000 }
  }

  example "without use" {
    given  = {}
    want   = {}
    unused = ["execution time", "executions"]
    status = "usage"
  }

  example "memory known only after apply" {
    given  = { instance_memory_in_mb = unknown, always_ready = [{ name = "http", instance_count = 1 }] }
    want   = {}
    unused = ["always-ready execution time", "always-ready executions", "execution time", "executions"]
    gaps   = ["always ready"]
    status = "gap"
  }
}
