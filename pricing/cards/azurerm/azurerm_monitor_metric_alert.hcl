# A metric alert: a month of every time series it watches, which are its scopes
# times the values of its dimensions, for each criterion. A threshold that Azure
# works out costs as much again. The ten series that are free are the account's
# and are not taken off. A dimension of all values ("*") counts as one where use
# does not say how many there are.
#
# An alert has no region; its price is the same in all but one of the regions
# that are known (a tenth more there), and held under West Europe. Who is told by
# the alert, and how, is billed with its action group.
resource "azurerm_monitor_metric_alert" {
  usage "monitored_timeseries" {
    unit        = "time series"
    default     = null
    description = "time series it watches, where its dimensions match other than the values named"
  }

  let {
    enabled = coalesce(self.enabled, true)
    dynamic = first(self.dynamic_criteria, [])
    plain   = concat(first(self.criteria, []), let.dynamic)
    # Of each criterion: the values of its dimensions, all of them combined.
    counts   = [for c in let.plain : concat([for d in first(get(c, "dimension"), []) : max(1, length(get(d, "values")))], [1, 1, 1, 1, 1])]
    combined = [for n in let.counts : n[0] * n[1] * n[2] * n[3] * n[4]]
    each     = length(let.plain) > 0 ? sum(let.combined) : 1
    series   = coalesce(usage.monitored_timeseries, let.each * length(self.scopes))
  }

  cost "time series" {
    when     = let.enabled
    quantity = let.series
    unit     = "month"
    price    = "azure-monitor/azure-monitor/alerts/alerts-metric-monitored"
    region   = "westeurope"
    whole    = true
  }

  cost "dynamic thresholds" {
    when     = let.enabled && length(let.dynamic) > 0
    quantity = let.series
    unit     = "month"
    price    = "azure-monitor/azure-monitor/alerts/alerts-dynamic-threshold"
    region   = "westeurope"
  }

  uses "alert" { gap = "no figure exists for the evaluation of alerts" }

  example "two scopes, two criteria, one with three values" {
    given = {
      scopes = ["/subscriptions/0/a", "/subscriptions/0/b"]
      criteria = [
        { metric_name = "Transactions", dimension = [{ name = "ApiName", values = ["a", "b", "c"] }] },
        { metric_name = "Egress", dimension = [] },
      ]
    }
    want    = { "time series" = 8 }
    status  = "priced"
    monthly = "0.80" # 2 x (3 + 1) x 0.10
    prices  = { "azure-monitor/azure-monitor/alerts/alerts-metric-monitored" = 0.1 }
    source  = "azure.microsoft.com/pricing/details/monitor, West Europe, 2026-08"
  }

  example "two dimensions combine" {
    given = {
      scopes   = [unknown]
      criteria = [{ dimension = [{ name = "A", values = ["a", "b"] }, { name = "B", values = ["c", "d", "e"] }] }]
    }
    want = { "time series" = 6 }
  }

  example "a threshold that Azure works out" {
    given   = { scopes = ["/subscriptions/0/a"], dynamic_criteria = [{ metric_name = "Transactions" }] }
    want    = { "time series" = 1, "dynamic thresholds" = 1 }
    monthly = "0.20"
    prices  = { "azure-monitor/azure-monitor/alerts/alerts-metric-monitored" = 0.1, "azure-monitor/azure-monitor/alerts/alerts-dynamic-threshold" = 0.1 }
    source  = "azure.microsoft.com/pricing/details/monitor, West Europe, 2026-08"
  }

  example "as many as use says" {
    given = { scopes = ["/subscriptions/0/a"], criteria = [{ dimension = [{ name = "Node", values = ["*"] }] }] }
    usage = { monitored_timeseries = 40 }
    want  = { "time series" = 40 }
  }

  example "availability of a web test" {
    given = { scopes = ["/subscriptions/0/a"], application_insights_web_test_location_availability_criteria = [{ failed_location_count = 2 }] }
    want  = { "time series" = 1 }
  }

  example "switched off" {
    given  = { enabled = false, scopes = ["/subscriptions/0/a"], criteria = [{ metric_name = "Egress" }] }
    want   = {}
    status = "free"
  }

  example "scopes known only after apply" {
    given  = { scopes = unknown, criteria = [{ metric_name = "Egress" }] }
    want   = {}
    gaps   = ["time series"]
    status = "gap"
  }
}
