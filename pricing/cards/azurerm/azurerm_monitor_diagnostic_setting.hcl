# A diagnostic setting: nothing for logs it sends to a Log Analytics workspace, which
# bills what it takes in; and gigabytes of logs it sends to a storage account, an
# event hub or a partner, for each of them.
resource "azurerm_monitor_diagnostic_setting" {
  assume "log_analytics_destination_type" {
    why = "the service's choice, which costs nothing"
  }

  usage "monthly_platform_log_gb" {
    unit        = "GB"
    description = "logs a month sent to each place other than a Log Analytics workspace"
  }

  let {
    places = [for p in [self.storage_account_id, self.eventhub_authorization_rule_id, self.partner_solution_id] : p if p != null]
  }

  cost "logs exported" {
    when     = length(let.places) > 0
    quantity = usage.monthly_platform_log_gb * length(let.places)
    unit     = "GB"
    price    = "azure-monitor/azure-monitor/platform-logs/platform-logs-data-processed"
  }

  example "to a storage account and an event hub" {
    given   = { storage_account_id = "/subscriptions/0/a", eventhub_authorization_rule_id = "/subscriptions/0/b", log_analytics_workspace_id = "/subscriptions/0/c" }
    usage   = { monthly_platform_log_gb = 100 }
    want    = { "logs exported" = 200 }
    status  = "priced"
    monthly = "65.00" # 200 x 0.325
    prices  = { "azure-monitor/azure-monitor/platform-logs/platform-logs-data-processed" = 0.325 }
    source  = "azure.microsoft.com/pricing/details/monitor, West Europe, 2026-08"
  }

  example "to a workspace alone" {
    given  = { log_analytics_workspace_id = "/subscriptions/0/c" }
    want   = {}
    status = "free"
  }

  example "without use" {
    given  = { storage_account_id = "/subscriptions/0/a" }
    want   = {}
    unused = ["logs exported"]
    status = "usage"
  }
}
