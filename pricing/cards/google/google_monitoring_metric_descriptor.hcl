# A metric of one's own: mebibytes written to it, in tiers of the billing
# account's month, and reads through the API. The first 150 MiB and million
# calls are the account's and are not taken off.
resource "google_monitoring_metric_descriptor" {
  usage "monthly_monitoring_data_mb" {
    unit        = "MB"
    description = "data written to the metric"
  }
  usage "monthly_api_calls" {
    unit        = "calls"
    description = "time series read by API calls"
  }

  cost "data" {
    quantity = usage.monthly_monitoring_data_mb
    unit     = "MiB"
    price    = "monitoring/metric-data-ingested"
    region   = "us-central1"
  }

  cost "API calls" {
    quantity = usage.monthly_api_calls / 1000
    unit     = "1k-calls"
    price    = "monitoring/api-calls"
    region   = "us-central1"
  }

  uses "service" {
    gap = "no figure exists for a share of Cloud Monitoring"
  }

  example "1 GB and a million calls" {
    given   = { metric_kind = "GAUGE" }
    usage   = { monthly_monitoring_data_mb = 1000, monthly_api_calls = 1000000 }
    want    = { data = 1000, "API calls" = 1000 }
    status  = "priced"
    monthly = "268.00"
    prices  = { "monitoring/metric-data-ingested" = 0.258, "monitoring/api-calls" = 0.01 }
    source  = "cloud.google.com/stackdriver/pricing, 2026-07: 1000 x 0.258 + 1000 x 0.01"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["data", "API calls"]
    status = "usage"
  }
}
