# A Datastream stream: gigabytes of changes it carries, in tiers of a month,
# and of the first fill, which has no price in the catalogue. One price holds
# for all regions.
resource "google_datastream_stream" {
  usage "monthly_change_data_gb" {
    unit        = "GB"
    description = "changes read from the source"
  }
  usage "monthly_backfill_data_gb" {
    unit        = "GB"
    default     = null
    description = "data of first fills"
  }

  cost "changes" {
    quantity = usage.monthly_change_data_gb
    unit     = "GiB"
    price    = "datastream/change-data"
  }

  cost "first fill" {
    when     = usage.monthly_backfill_data_gb != null
    quantity = usage.monthly_backfill_data_gb
    unit     = "GiB"
    price    = "datastream/backfill"
  }

  uses "service" {
    gap = "no figure exists for a share of Datastream"
  }

  example "three tebibytes" {
    given   = { location = "us-central1" }
    usage   = { monthly_change_data_gb = 3072 }
    want    = { changes = 3072 }
    status  = "priced"
    monthly = "5858.00"
    prices  = { "datastream/change-data" = 2 }
    source  = "cloud.google.com/datastream/pricing, 2026-06: 2500 x 2 + 572 x 1.5"
  }

  example "first fill: no price here" {
    given  = {}
    usage  = { monthly_change_data_gb = 1, monthly_backfill_data_gb = 1000 }
    want   = { changes = 1 }
    gaps   = ["first fill"]
    status = "partial"
  }

  example "no use given" {
    given  = { location = unknown }
    want   = {}
    unused = ["changes"]
    status = "usage"
  }
}
