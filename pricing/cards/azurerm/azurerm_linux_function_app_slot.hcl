# A slot of a function app, billed as the app is: on a consumption plan (Y1) its
# own executions and gigabyte-seconds, the time rounded up to 100 ms and the memory
# to 128 MB; on any other plan nothing, for the plan is billed. The free million
# executions and 400,000 gigabyte-seconds are the account's and are not taken off.
resource "azurerm_linux_function_app_slot" {
  ref "app" {
    path  = "function_app_id"
    types = ["azurerm_linux_function_app", "azurerm_windows_function_app"]
  }
  ref "own_plan" {
    path  = "service_plan_id"
    types = ["azurerm_service_plan"]
  }
  ref "plan" {
    path  = "service_plan_id"
    of    = "app"
    types = ["azurerm_service_plan"]
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
    # plan_sku comes from the cards that use this one as a part.
    plan    = lower(first(self.plan_sku, get(refs.own_plan, "sku_name"), get(refs.plan, "sku_name"), ""))
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

  example "a million executions on a consumption plan" {
    given   = { name = "staging" }
    refs    = { app = { name = "app" }, plan = { sku_name = "Y1" } }
    usage   = { monthly_executions = 1000000, execution_duration_ms = 250, memory_mb = 200 }
    want    = { "execution time" = 62500, executions = 100000 }
    status  = "priced"
    monthly = "1.20"
    prices  = { "functions/standard-standard-execution-time" = 0.000016, "functions/standard-standard-total-executions" = 0.000002 }
    source  = "azure.microsoft.com/pricing/details/functions, West Europe, 2026-08"
  }

  example "on a premium plan" {
    given  = { name = "staging" }
    refs   = { app = { name = "app" }, plan = { sku_name = "EP1" } }
    want   = {}
    status = "free"
  }

  example "app from elsewhere" {
    given  = { function_app_id = "/subscriptions/0/sites/app" }
    want   = {}
    gaps   = ["plan"]
    status = "gap"
  }

  example "size of the plan known only after apply" {
    given  = { name = "staging" }
    refs   = { app = { name = "app" }, plan = { sku_name = unknown } }
    want   = {}
    gaps   = ["execution time", "executions", "plan"]
    status = "gap"
  }
}
