# A rule of a regional Cloud Armor policy, billed as one of a global policy.
resource "google_compute_region_security_policy_rule" {
  part "" {
    card  = "google_compute_security_policy_rule"
    given = { priority = self.priority }
  }

  example "a rule" {
    given   = { priority = 100 }
    want    = { rule = 1 }
    status  = "priced"
    monthly = "1.00"
    prices  = { "cloud-armor/rule" = 1 }
    source  = "cloud.google.com/armor/pricing, 2026-09"
  }

  example "priority known only after apply" {
    given  = { priority = unknown }
    want   = {}
    gaps   = ["rule"]
    status = "gap"
  }
}
