# A rule of a Cloud Armor policy: a month of it. Requests are billed by the
# policy, the default rule of each policy by nobody.
resource "google_compute_security_policy_rule" {
  cost "rule" {
    when     = self.priority != 2147483647
    quantity = 1
    unit     = "rule-month"
    price    = "cloud-armor/rule"
  }

  uses "filter" {
    gap = "no figure exists for a share of Google's network"
  }

  example "a rule" {
    given   = { priority = 100, action = "deny(403)" }
    want    = { rule = 1 }
    status  = "priced"
    monthly = "1.00"
    prices  = { "cloud-armor/rule" = 1 }
    source  = "cloud.google.com/armor/pricing, 2026-09"
  }

  example "the default rule" {
    given  = { priority = 2147483647 }
    want   = {}
    status = "free"
  }

  example "priority known only after apply" {
    given  = { priority = unknown }
    want   = {}
    gaps   = ["rule"]
    status = "gap"
  }
}
