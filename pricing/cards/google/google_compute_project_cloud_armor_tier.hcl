# The Cloud Armor tier of a project: the Enterprise tier paid by the year has
# a fixed price a month for the billing account, whose first project it is
# booked to; paid as it goes it is billed by project, for which the catalogue
# has no price. The standard tier is free of such a fee.
resource "google_compute_project_cloud_armor_tier" {
  let {
    tier = upper(self.cloud_armor_tier)
  }

  cost "subscription" {
    when     = let.tier != "CA_STANDARD"
    quantity = 1
    unit     = "month"
    price    = "cloud-armor/enterprise/${let.tier == "CA_ENTERPRISE_ANNUAL" ? "annual" : "as-you-go"}"
  }

  example "by the year" {
    given   = { cloud_armor_tier = "CA_ENTERPRISE_ANNUAL" }
    want    = { subscription = 1 }
    status  = "priced"
    monthly = "3000.00"
    prices  = { "cloud-armor/enterprise/annual" = 3000 }
    source  = "cloud.google.com/armor/pricing, 2026-08"
  }

  example "as it goes: no price here" {
    given  = { cloud_armor_tier = "CA_ENTERPRISE_PAYGO" }
    want   = {}
    gaps   = ["subscription"]
    status = "gap"
  }

  example "standard" {
    given  = { cloud_armor_tier = "CA_STANDARD" }
    want   = {}
    status = "free"
  }

  example "tier known only after apply" {
    given  = { cloud_armor_tier = unknown }
    want   = {}
    gaps   = ["subscription"]
    status = "gap"
  }
}
