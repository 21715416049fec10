# A workflow of the consumption kind: triggers and actions by the piece, built-in
# ones cheapest and enterprise connectors dearest, and gigabytes that the history
# of runs takes. The free 4,000 built-in actions are the account's and are not taken
# off. In an integration service environment the environment is billed instead.
resource "azurerm_logic_app_workflow" {
  ref "environment" {
    path  = "integration_service_environment_id"
    types = ["azurerm_integration_service_environment"]
  }

  usage "monthly_builtin_actions" {
    unit        = "actions"
    description = "built-in triggers and actions a month"
  }
  usage "monthly_standard_connector_calls" {
    unit        = "calls"
    description = "calls of standard connectors a month"
  }
  usage "monthly_enterprise_connector_calls" {
    unit        = "calls"
    description = "calls of enterprise connectors a month"
  }
  usage "data_retention_gb" {
    unit        = "GB"
    default     = null
    description = "what the history of runs takes"
  }

  let {
    by_use = refs.environment == null && self.integration_service_environment_id == null
    key    = "logic-apps/logic-apps/consumption/consumption"
  }

  cost "built-in actions" {
    when     = let.by_use
    quantity = usage.monthly_builtin_actions
    unit     = "actions"
    price    = "${let.key}-built-in-actions"
    whole    = true
  }

  cost "standard connectors" {
    when     = let.by_use
    quantity = usage.monthly_standard_connector_calls
    unit     = "calls"
    price    = "${let.key}-standard-connector-actions"
  }

  cost "enterprise connectors" {
    when     = let.by_use
    quantity = usage.monthly_enterprise_connector_calls
    unit     = "calls"
    price    = "${let.key}-enterprise-connector-actions"
  }

  cost "history" {
    when     = let.by_use
    quantity = usage.data_retention_gb
    unit     = "GB-month"
    price    = "${let.key}-data-retention"
  }

  uses "actions" { gap = "no figure exists for workflow actions" }

  example "100,000 actions, 10,000 and 1,000 calls" {
    given   = { name = "flow" }
    usage   = { monthly_builtin_actions = 100000, monthly_standard_connector_calls = 10000, monthly_enterprise_connector_calls = 1000, data_retention_gb = 5 }
    want    = { "built-in actions" = 100000, "standard connectors" = 10000, "enterprise connectors" = 1000, history = 5 }
    status  = "priced"
    monthly = "5.35"
    prices = {
      "logic-apps/logic-apps/consumption/consumption-built-in-actions"             = 0.000025
      "logic-apps/logic-apps/consumption/consumption-standard-connector-actions"   = 0.000125
      "logic-apps/logic-apps/consumption/consumption-enterprise-connector-actions" = 0.001
      "logic-apps/logic-apps/consumption/consumption-data-retention"               = 0.12
    }
    source = "azure.microsoft.com/pricing/details/logic-apps, West Europe, 2026-08"
  }

  example "without use" {
    given  = { name = "flow" }
    want   = {}
    unused = ["built-in actions", "standard connectors", "enterprise connectors", "history"]
    status = "usage"
  }

  example "in an environment" {
    given  = { integration_service_environment_id = "/subscriptions/0/integrationServiceEnvironments/e" }
    want   = {}
    status = "free"
  }

  example "in an environment of the same plan" {
    given  = { integration_service_environment_id = unknown }
    refs   = { environment = { sku_name = "Premium_0" } }
    want   = {}
    status = "free"
  }

  example "environment known only after apply" {
    given  = { integration_service_environment_id = unknown }
    usage  = { monthly_builtin_actions = 1000 }
    want   = {}
    gaps   = ["built-in actions", "standard connectors", "enterprise connectors", "history"]
    status = "gap"
  }
}
