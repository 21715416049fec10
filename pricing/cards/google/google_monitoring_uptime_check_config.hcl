# An uptime check: executions beyond a million a month, which are free for
# each project. A check every minute from all six places comes to some
# 263,000, so that three or four are free; what is beyond is use.
resource "google_monitoring_uptime_check_config" {
  usage "monthly_billed_executions" {
    unit        = "executions"
    description = "executions beyond the project's free million"
  }

  cost "executions" {
    quantity = usage.monthly_billed_executions / 1000
    unit     = "1k-executions"
    price    = "monitoring/uptime-check"
  }

  uses "service" {
    gap = "no figure exists for a share of Cloud Monitoring"
  }

  example "half a million beyond" {
    given   = { period = "60s" }
    usage   = { monthly_billed_executions = 500000 }
    want    = { executions = 500 }
    status  = "priced"
    monthly = "150.00"
    prices  = { "monitoring/uptime-check" = 0.3 }
    source  = "cloud.google.com/stackdriver/pricing, 2026-06"
  }

  example "no use given" {
    given  = { period = unknown }
    want   = {}
    unused = ["executions"]
    status = "usage"
  }
}
