# An alert on logs in its older form: a month of the rule, by how often it looks:
# every minute, five, ten, or fifteen and more. What its queries read of logs is
# billed with the workspace. The price is the same in all but one of the regions
# that are known (a tenth more there), and held under West Europe.
resource "azurerm_monitor_scheduled_query_rules_alert" {
  let {
    minutes = self.frequency
    step    = let.minutes < 5 ? 1 : let.minutes < 10 ? 5 : let.minutes < 15 ? 10 : 15
  }

  cost "rule" {
    when     = coalesce(self.enabled, true)
    quantity = 1
    unit     = "month"
    price    = "azure-monitor/azure-monitor/alerts/alerts-system-log-monitored-at-${let.step}-minute-frequency"
    region   = "westeurope"
  }

  uses "alert" { gap = "no figure exists for the evaluation of alerts" }

  example "every five minutes" {
    given   = { frequency = 5, time_window = 30 }
    want    = { rule = 1 }
    status  = "priced"
    monthly = "1.50"
    prices  = { "azure-monitor/azure-monitor/alerts/alerts-system-log-monitored-at-5-minute-frequency" = 1.5 }
    source  = "azure.microsoft.com/pricing/details/monitor, West Europe, 2026-08"
  }

  example "every hour" {
    given   = { frequency = 60 }
    want    = { rule = 1 }
    monthly = "0.50"
    prices  = { "azure-monitor/azure-monitor/alerts/alerts-system-log-monitored-at-15-minute-frequency" = 0.5 }
    source  = "azure.microsoft.com/pricing/details/monitor, West Europe, 2026-08"
  }

  example "switched off" {
    given  = { enabled = false, frequency = 5 }
    want   = {}
    status = "free"
  }

  example "how often is known only after apply" {
    given  = { frequency = unknown }
    want   = {}
    gaps   = ["rule"]
    status = "gap"
  }
}
