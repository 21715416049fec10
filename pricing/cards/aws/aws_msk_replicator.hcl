# A replicator between Kafka clusters: hours of it and gigabytes replicated.
# Transfer between regions is billed apart.
resource "aws_msk_replicator" {
  usage "monthly_data_replicated_gb" {
    unit        = "GB"
    description = "data replicated a month"
  }

  cost "replicator" {
    quantity = hours
    unit     = "hour"
    price    = "msk/replicator"
  }
  cost "data replicated" {
    quantity = usage.monthly_data_replicated_gb
    unit     = "GB"
    price    = "msk/replicator-data"
  }

  uses "replicator" {
    gap = "what a replicator occupies is not published"
  }

  example "500 GB" {
    given   = { replicator_name = "r" }
    usage   = { monthly_data_replicated_gb = 500 }
    want    = { replicator = 730, "data replicated" = 500 }
    monthly = "259.00"
    prices  = { "msk/replicator" = 0.30, "msk/replicator-data" = 0.08 }
    source  = "aws.amazon.com/msk/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { replicator_name = unknown }
    want   = { replicator = 730 }
    unused = ["data replicated"]
    status = "partial"
  }
}
