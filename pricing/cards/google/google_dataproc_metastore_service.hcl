# A Dataproc Metastore: hours by its tier. The catalogue has the developer
# tier in us-central1; other tiers, and services that scale, have no price
# there.
resource "google_dataproc_metastore_service" {
  assume "tier" {
    value = "DEVELOPER"
    why   = "DEVELOPER, the default of the API where nothing scales"
  }
  assume "scaling_config" {
    why = "not configured"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  let {
    scaled = length(first(self.scaling_config, [])) > 0
    tier   = lower(coalesce(self.tier, "DEVELOPER"))
  }

  cost "service" {
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = let.scaled ? null : "dataproc/metastore/${let.tier}"
    hint     = "services that scale bill by a factor that has no price here"
  }

  uses "service" {
    gap = "the machines behind it are not published"
  }

  example "a developer's" {
    given   = { tier = "DEVELOPER", scaling_config = [] }
    want    = { service = 730 }
    status  = "priced"
    monthly = "248.20"
    prices  = { "dataproc/metastore/developer" = 0.34 }
    source  = "cloud.google.com/dataproc-metastore/pricing, us-central1, 2026-08"
  }

  example "enterprise: no price here" {
    given  = { tier = "ENTERPRISE", scaling_config = [] }
    want   = {}
    gaps   = ["service"]
    status = "gap"
  }

  example "tier known only after apply" {
    given  = { tier = unknown, scaling_config = [] }
    want   = {}
    gaps   = ["service"]
    status = "gap"
  }
}
