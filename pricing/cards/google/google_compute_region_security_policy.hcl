# A regional Cloud Armor policy: a month of it and of each of its rules but
# the default one. Requests of regional policies have a price of their own,
# which is not in the catalogue. Network policies (CLOUD_ARMOR_NETWORK) come
# with the Enterprise tier and are not billed one by one.
resource "google_compute_region_security_policy" {
  assume "rules" {
    value = []
    why   = "not configured: the default rule alone"
  }
  assume "type" {
    value = "CLOUD_ARMOR"
    why   = "CLOUD_ARMOR, the default of the API"
  }

  usage "monthly_requests" {
    unit        = "requests"
    default     = null
    description = "requests the policy judges"
  }

  let {
    billed = upper(coalesce(self.type, "CLOUD_ARMOR")) == "CLOUD_ARMOR"
    rules  = [for r in first(self.rules, []) : r if get(r, "priority", 0) != 2147483647]
  }

  cost "policy" {
    when     = let.billed
    quantity = 1
    unit     = "month"
    price    = "cloud-armor/policy"
  }

  cost "rules" {
    when     = let.billed
    quantity = length(let.rules)
    unit     = "rule-month"
    price    = "cloud-armor/rule"
  }

  cost "requests" {
    when     = let.billed && usage.monthly_requests != null
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "cloud-armor/requests/regional"
  }

  uses "filter" {
    gap = "no figure exists for a share of Google's network"
  }

  example "one rule" {
    given   = { rules = [{ priority = 1 }], type = "CLOUD_ARMOR" }
    want    = { policy = 1, rules = 1 }
    status  = "priced"
    monthly = "6.00"
    prices  = { "cloud-armor/policy" = 5, "cloud-armor/rule" = 1 }
    source  = "cloud.google.com/armor/pricing, 2026-09"
  }

  example "a network policy" {
    given  = { type = "CLOUD_ARMOR_NETWORK", rules = [] }
    want   = {}
    status = "free"
  }

  example "requests: no price here" {
    given  = { rules = [], type = "CLOUD_ARMOR" }
    usage  = { monthly_requests = 1000000 }
    want   = { policy = 1 }
    gaps   = ["requests"]
    status = "partial"
  }

  example "type known only after apply" {
    given = { rules = [], type = unknown }
    want  = {}
    gaps  = ["policy", "rules"]
  }
}
