# The filter is free; the custom metric it publishes is billed for the hours in
# which it has data, every combination of its dimensions as a metric. Filters
# that publish the same metric share its price.
resource "aws_cloudwatch_log_metric_filter" {
  usage "metrics" {
    unit        = "metrics"
    description = "metrics the filter keeps alive, on average over the month: 1 where data comes every hour, more with dimensions"
  }

  cost "custom metrics" {
    quantity = usage.metrics
    unit     = "metric-month"
    price    = "cloudwatch/metric"
  }

  uses "metric" {
    gap = "no source gives the energy of a metric"
  }

  example "three values of a dimension, half of the hours" {
    given   = { metric_transformation = [{ name = "errors", namespace = "orders", value = "1", dimensions = { code = "$.code" } }] }
    usage   = { metrics = 1.5 }
    want    = { "custom metrics" = 1.5 }
    monthly = "0.45"
    prices  = { "cloudwatch/metric" = 0.30 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-09"
    status  = "priced"
  }

  example "use not given" {
    given  = { metric_transformation = unknown }
    want   = {}
    unused = ["custom metrics"]
    status = "usage"
  }
}
