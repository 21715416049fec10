# Updates of metrics sent on, by the thousand. The delivery stream behind it is
# billed itself. Statistics beyond the usual four are billed as further updates.
resource "aws_cloudwatch_metric_stream" {
  usage "monthly_metric_updates" {
    unit        = "updates"
    description = "updates sent a month: one for each metric and minute in which it has data"
  }

  cost "updates" {
    quantity = usage.monthly_metric_updates / 1000
    unit     = "1k-updates"
    price    = "cloudwatch/metric-stream"
  }

  uses "stream" {
    gap = "no source gives the energy of a metric stream"
  }

  example "a hundred metrics, every minute" {
    given   = { output_format = "json" }
    usage   = { monthly_metric_updates = 4380000 }
    want    = { updates = 4380 }
    monthly = "13.14"
    prices  = { "cloudwatch/metric-stream" = 0.003 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-09"
    status  = "priced"
  }

  example "use not given" {
    given  = { output_format = unknown }
    want   = {}
    unused = ["updates"]
    status = "usage"
  }
}
