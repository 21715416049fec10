# Workflows of the standard kind: their plan (WS1 to WS3) is billed for vCPU and
# memory, and built-in actions are free; calls of managed connectors cost by the
# piece.
resource "azurerm_logic_app_standard" {
  usage "monthly_standard_connector_calls" {
    unit        = "calls"
    description = "calls of standard connectors a month"
  }
  usage "monthly_enterprise_connector_calls" {
    unit        = "calls"
    description = "calls of enterprise connectors a month"
  }

  cost "standard connectors" {
    quantity = usage.monthly_standard_connector_calls
    unit     = "calls"
    price    = "component/azurerm_logic_app_standard/standard-connectors"
    region   = startswith(region, "usgov") ? region : "westeurope"
  }

  cost "enterprise connectors" {
    quantity = usage.monthly_enterprise_connector_calls
    unit     = "calls"
    price    = "component/azurerm_logic_app_standard/enterprise-connectors"
    region   = startswith(region, "usgov") ? region : "westeurope"
  }

  uses "calls" { gap = "no figure exists for calls of connectors; the plan has the machines" }

  example "a million and 10,000 calls" {
    given   = { name = "flows" }
    usage   = { monthly_standard_connector_calls = 1000000, monthly_enterprise_connector_calls = 10000 }
    want    = { "standard connectors" = 1000000, "enterprise connectors" = 10000 }
    status  = "priced"
    monthly = "135.00"
    prices  = { "component/azurerm_logic_app_standard/standard-connectors" = 0.000125, "component/azurerm_logic_app_standard/enterprise-connectors" = 0.001 }
    source  = "azure.microsoft.com/pricing/details/logic-apps, 2024-07"
  }

  example "without use, plan known only after apply" {
    given  = { app_service_plan_id = unknown }
    want   = {}
    unused = ["standard connectors", "enterprise connectors"]
    status = "usage"
  }
}
