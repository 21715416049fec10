# Samples taken in, in steps; what is stored of them; samples that queries look
# at. What an account has free of each is not deducted. Collectors are resources
# of their own.
resource "aws_prometheus_workspace" {
  usage "monthly_samples" {
    unit        = "samples"
    description = "samples taken in a month"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "samples kept, compressed"
  }
  usage "monthly_query_samples" {
    unit        = "samples"
    description = "samples that queries look at a month"
  }

  cost "samples" {
    quantity = usage.monthly_samples / 1000000
    unit     = "1M-samples"
    price    = "prometheus/samples"
    whole    = true
  }
  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "prometheus/storage"
    whole    = true
  }
  cost "queries" {
    quantity = usage.monthly_query_samples / 1000000000
    unit     = "1B-samples"
    price    = "prometheus/query"
  }

  uses "workspace" {
    gap = "no source gives the energy of a metrics service"
  }

  example "into the second step" {
    given   = { alias = "cluster" }
    usage   = { monthly_samples = 3000000000, storage_gb = 20, monthly_query_samples = 500000000000 }
    want    = { samples = 3000, storage = 20, queries = 500 }
    monthly = "265.60" # 2,000 x 0.09 + 1,000 x 0.035 + 0.60 + 50
    prices  = { "prometheus/samples" = 0.09, "prometheus/storage" = 0.03, "prometheus/query" = 0.10 }
    source  = "aws.amazon.com/prometheus/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "use not given" {
    given  = { alias = unknown }
    want   = {}
    unused = ["samples", "storage", "queries"]
    status = "usage"
  }
}
