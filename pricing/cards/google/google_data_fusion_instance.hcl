# A Cloud Data Fusion instance: hours by its edition, whether pipelines run or
# not. They run on Dataproc clusters, which bill apart. The first 120 hours of
# basic instances a month are the billing account's and are not taken off.
resource "google_data_fusion_instance" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  cost "instance" {
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "datafusion/${lower(self.type)}"
  }

  uses "instance" {
    gap = "the machines behind Data Fusion are not published"
  }

  example "an enterprise instance" {
    given   = { type = "ENTERPRISE" }
    want    = { instance = 730 }
    status  = "priced"
    monthly = "3066.00"
    prices  = { "datafusion/enterprise" = 4.2 }
    source  = "cloud.google.com/data-fusion/pricing, 2026-08"
  }

  example "half a month of development" {
    region = "europe-west1"
    given  = { type = "DEVELOPER" }
    usage  = { monthly_hrs = 365 }
    want   = { instance = 365 }
  }

  example "edition known only after apply" {
    given  = { type = unknown }
    want   = {}
    gaps   = ["instance"]
    status = "gap"
  }
}
