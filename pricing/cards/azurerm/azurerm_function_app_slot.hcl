# A slot of a function app in the older form, billed as azurerm_linux_function_app_slot
# says. The older plan says its size in a block.
resource "azurerm_function_app_slot" {
  ref "app" {
    path  = "function_app_name"
    types = ["azurerm_function_app"]
  }
  ref "own_plan" {
    path  = "app_service_plan_id"
    types = ["azurerm_service_plan", "azurerm_app_service_plan"]
  }
  ref "plan" {
    path  = "app_service_plan_id"
    of    = "app"
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

  part "" {
    card  = "azurerm_linux_function_app_slot"
    given = { plan_sku = first(get(refs.own_plan, "sku_name"), get(refs.own_plan, "sku.size"), get(refs.plan, "sku_name"), get(refs.plan, "sku.size")) }
    usage = { monthly_executions = usage.monthly_executions, execution_duration_ms = usage.execution_duration_ms, memory_mb = usage.memory_mb }
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

  example "without use" {
    given  = { name = "staging" }
    refs   = { app = { name = "app" }, plan = { sku_name = "Y1" } }
    want   = {}
    unused = ["execution time", "executions"]
    status = "usage"
  }

  example "app from elsewhere" {
    given  = { function_app_name = "/subscriptions/0/sites/app" }
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
