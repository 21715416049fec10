# A domain of Managed Microsoft AD: hours in each region it is in.
resource "google_active_directory_domain" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  cost "domain" {
    quantity = length(self.locations) * coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "active-directory/domain"
  }

  uses "controllers" {
    gap = "the machines of the domain controllers are not published"
  }

  example "in two regions" {
    given   = { locations = ["us-central1", "us-east1"] }
    want    = { domain = 1460 }
    status  = "priced"
    monthly = "584.00"
    prices  = { "active-directory/domain" = 0.4 }
    source  = "cloud.google.com/managed-microsoft-ad/pricing, 2026-08"
  }

  example "regions known only after apply" {
    given  = { locations = unknown }
    want   = {}
    gaps   = ["domain"]
    status = "gap"
  }
}
