# A Cloud Armor policy of the standard tier: a month of it, of each of its
# rules, and the requests it judges. The default rule, which every policy has,
# is not counted; Google's price page does not say that it is. Rules that are
# resources of their own bill there. In projects of the Enterprise tier none
# of this is billed.
resource "google_compute_security_policy" {
  assume "rule" {
    value = []
    why   = "not configured: the default rule alone"
  }
  assume "type" {
    value = "CLOUD_ARMOR"
    why   = "CLOUD_ARMOR, the default of the API"
  }

  usage "monthly_requests" {
    unit        = "requests"
    description = "requests the policy judges"
  }

  let {
    rules = [for r in self.rule : r if get(r, "priority", 0) != 2147483647]
  }

  cost "policy" {
    quantity = 1
    unit     = "month"
    price    = "cloud-armor/policy"
  }

  cost "rules" {
    quantity = length(let.rules)
    unit     = "rule-month"
    price    = "cloud-armor/rule"
  }

  cost "requests" {
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "cloud-armor/requests"
  }

  uses "filter" {
    gap = "no figure exists for a share of Google's network"
  }

  example "two rules and ten million requests" {
    given   = { rule = [{ priority = 1000, action = "deny(403)" }, { priority = 1001, action = "throttle" }, { priority = 2147483647, action = "allow" }], type = "CLOUD_ARMOR" }
    usage   = { monthly_requests = 10000000 }
    want    = { policy = 1, rules = 2, requests = 10 }
    status  = "priced"
    monthly = "14.50"
    prices  = { "cloud-armor/policy" = 5, "cloud-armor/rule" = 1, "cloud-armor/requests" = 0.75 }
    source  = "cloud.google.com/armor/pricing, 2026-09"
  }

  example "the default rule alone" {
    given   = { rule = unknown, type = unknown }
    want    = { policy = 1 }
    unused  = ["requests"]
    omitted = ["rule"]
  }

  example "rules known only after apply" {
    given  = { rule = unknown }
    want   = { policy = 1 }
    unused = ["requests"]
    gaps   = ["rules"]
    status = "partial"
  }
}
