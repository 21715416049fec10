# A function app on Windows, billed by the plan it runs on: on a consumption plan
# (Y1) executions and gigabyte-seconds, the time rounded up to 100 ms and the
# memory to 128 MB; on any other plan nothing, for the plan is billed. The free
# million executions and 400,000 gigabyte-seconds are the account's and are not
# taken off.
resource "azurerm_windows_function_app" {
  ref "plan" {
    path  = "service_plan_id"
    types = ["azurerm_service_plan", "azurerm_app_service_plan"]
  }

  usage "monthly_executions" {
    unit        = "executions"
    description = "executions a month"
  }
  usage "execution_duration_ms" {
    unit        = "ms"
    description = "average duration of an execution"
  }
  usage "memory_mb" {
    unit        = "MB"
    description = "average memory of an execution"
  }

  let {
    # The older plan says its size in a block.
    plan    = lower(first(get(refs.plan, "sku_name"), get(refs.plan, "sku.size"), ""))
    by_use  = let.plan == "y1"
    seconds = max(100, usage.execution_duration_ms) / 1000
    gb      = ceil(usage.memory_mb / 128) * 128 / 1024
  }

  cost "execution time" {
    when     = let.by_use
    quantity = usage.monthly_executions * let.seconds * let.gb
    unit     = "GB-second"
    price    = "functions/standard-standard-execution-time"
    whole    = true
  }

  cost "executions" {
    when     = let.by_use
    quantity = usage.monthly_executions / 10
    unit     = "10-executions"
    price    = "functions/standard-standard-total-executions"
    whole    = true
  }

  cost "plan" {
    when     = let.plan == ""
    quantity = hours
    unit     = "hour"
    price    = null
    hint     = "the plan it runs on is not part of this input"
  }

  # An instance of the consumption plan has one vCPU and 1.5 GB.
  uses "executions" {
    when       = let.by_use
    vcpu       = let.gb / 1.5
    memory_gib = let.gb
    vcpu_hours = usage.monthly_executions * let.seconds / 3600
  }

  example "ten million executions on a consumption plan" {
    given   = { name = "app" }
    refs    = { plan = { sku_name = "Y1" } }
    usage   = { monthly_executions = 10000000, execution_duration_ms = 250, memory_mb = 200 }
    want    = { "execution time" = 625000, executions = 1000000 }
    status  = "priced"
    monthly = "12.00"
    prices  = { "functions/standard-standard-execution-time" = 0.000016, "functions/standard-standard-total-executions" = 0.000002 }
    source  = "azure.microsoft.com/pricing/details/functions, West Europe, 2026-08"
  }

  example "short executions count 100 ms" {
    given = { name = "app" }
    refs  = { plan = { sku = [{ tier = "Dynamic", size = "Y1" }] } }
    usage = { monthly_executions = 1000000, execution_duration_ms = 20, memory_mb = 128 }
    want  = { "execution time" = 12500, executions = 100000 }
  }

  example "consumption without use" {
    given  = { name = "app" }
    refs   = { plan = { sku_name = "Y1" } }
    want   = {}
    unused = ["execution time", "executions"]
    status = "usage"
  }

  example "on an elastic plan" {
    given  = { name = "app" }
    refs   = { plan = { sku_name = "EP1" } }
    want   = {}
    status = "free"
  }

  example "on a plan from elsewhere" {
    given  = { service_plan_id = "/subscriptions/0/serverFarms/plan" }
    want   = {}
    gaps   = ["plan"]
    status = "gap"
  }

  example "size of the plan known only after apply" {
    given  = { name = "app" }
    refs   = { plan = { sku_name = unknown } }
    want   = {}
    gaps   = ["execution time", "executions", "plan"]
    status = "gap"
  }
}
