# An alert on logs: a month of the rule, by how often it looks (every minute,
# five, ten, or fifteen and more), and of each further time series its dimensions
# split it into. A dimension of all values ("*") counts as one where use does not
# say how many there are. What its queries read of logs is billed with the
# workspace. The price is the same in all but one of the regions that are known (a
# tenth more there), and held under West Europe.
resource "azurerm_monitor_scheduled_query_rules_alert_v2" {
  usage "monitored_timeseries" {
    unit        = "time series"
    default     = null
    description = "time series it watches, where its dimensions match other than the values named"
  }

  let {
    enabled = coalesce(self.enabled, true)
    # An ISO 8601 duration; hours and days are the slowest step.
    often   = regexall("^PT([0-9]+)M$", upper(self.evaluation_frequency))
    minutes = length(let.often) > 0 ? tonumber(let.often[0][0]) : 60
    step    = let.minutes < 5 ? 1 : let.minutes < 10 ? 5 : let.minutes < 15 ? 10 : 15

    dimensions = first(get(self.criteria, "dimension"), [])
    counts     = concat([for d in let.dimensions : max(1, length(get(d, "values")))], [1, 1, 1, 1, 1])
    named      = let.counts[0] * let.counts[1] * let.counts[2] * let.counts[3] * let.counts[4]
    series     = coalesce(usage.monitored_timeseries, let.named)
  }

  cost "rule" {
    when     = let.enabled
    quantity = 1
    unit     = "month"
    price    = "azure-monitor/azure-monitor/alerts/alerts-system-log-monitored-at-${let.step}-minute-frequency"
    region   = "westeurope"
  }

  cost "further time series" {
    when     = let.enabled && (length(let.dimensions) > 0 || usage.monitored_timeseries != null)
    quantity = max(0, let.series - 1)
    unit     = "month"
    price    = "azure-monitor/azure-monitor/alerts/alerts-resource-monitored-at-${let.step}-minute-frequency"
    region   = "westeurope"
  }

  uses "alert" { gap = "no figure exists for the evaluation of alerts" }

  example "every five minutes, four computers" {
    given   = { evaluation_frequency = "PT5M", criteria = [{ dimension = [{ name = "Computer", operator = "Include", values = ["a", "b", "c", "d"] }] }] }
    want    = { rule = 1, "further time series" = 3 }
    status  = "priced"
    monthly = "1.95" # 1.50 + 3 x 0.15
    prices  = { "azure-monitor/azure-monitor/alerts/alerts-system-log-monitored-at-5-minute-frequency" = 1.5, "azure-monitor/azure-monitor/alerts/alerts-resource-monitored-at-5-minute-frequency" = 0.15 }
    source  = "azure.microsoft.com/pricing/details/monitor, West Europe, 2026-08"
  }

  example "every minute, as many series as use says" {
    given   = { evaluation_frequency = "PT1M", criteria = [{ dimension = [{ name = "Computer", operator = "Include", values = ["*"] }] }] }
    usage   = { monitored_timeseries = 11 }
    want    = { rule = 1, "further time series" = 10 }
    monthly = "6.00" # 3.00 + 10 x 0.30
    prices  = { "azure-monitor/azure-monitor/alerts/alerts-system-log-monitored-at-1-minute-frequency" = 3, "azure-monitor/azure-monitor/alerts/alerts-resource-monitored-at-1-minute-frequency" = 0.3 }
    source  = "azure.microsoft.com/pricing/details/monitor, West Europe, 2026-08"
  }

  example "every day, not split" {
    given  = { evaluation_frequency = "P1D", criteria = [{ threshold = 1 }] }
    want   = { rule = 1 }
    prices = { "azure-monitor/azure-monitor/alerts/alerts-system-log-monitored-at-15-minute-frequency" = 0.5 }
  }

  example "switched off" {
    given  = { enabled = false, evaluation_frequency = "PT5M", criteria = [{ threshold = 1 }] }
    want   = {}
    status = "free"
  }

  example "how often is known only after apply" {
    given  = { evaluation_frequency = unknown, criteria = [{ threshold = 1 }] }
    want   = {}
    gaps   = ["rule"]
    status = "gap"
  }
}
