# A Looker instance: the platform by the month, by its edition, and users
# beyond those included, by their kind. The catalogue has the standard
# edition; enterprise and embed are priced on request.
resource "google_looker_instance" {
  let {
    edition   = lower(regex("CORE_([A-Z]+)", upper(self.platform_edition))[0])
    trial     = length(regexall("TRIAL", upper(self.platform_edition))) > 0
    standard  = get(self.user_metadata, "additional_standard_user_count", 0)
    developer = get(self.user_metadata, "additional_developer_user_count", 0)
    viewer    = get(self.user_metadata, "additional_viewer_user_count", 0)
  }

  cost "platform" {
    when     = !let.trial
    quantity = 1
    unit     = "month"
    price    = "looker/${let.edition}/platform"
  }

  cost "standard users" {
    when     = let.standard > 0
    quantity = let.standard
    unit     = "user-month"
    price    = "looker/user/standard"
  }

  cost "developers" {
    when     = let.developer > 0
    quantity = let.developer
    unit     = "user-month"
    price    = "looker/user/developer"
  }

  cost "viewers" {
    when     = let.viewer > 0
    quantity = let.viewer
    unit     = "user-month"
    price    = "looker/user/viewer"
  }

  uses "platform" {
    gap = "no figure exists for a share of Looker"
  }

  example "standard with five more users" {
    given   = { platform_edition = "LOOKER_CORE_STANDARD", user_metadata = [{ additional_standard_user_count = 3, additional_developer_user_count = 2 }] }
    want    = { platform = 1, "standard users" = 3, developers = 2 }
    status  = "priced"
    monthly = "5430.00"
    prices  = { "looker/standard/platform" = 5000, "looker/user/standard" = 60, "looker/user/developer" = 125 }
    source  = "cloud.google.com/looker/pricing, 2026-08"
  }

  example "enterprise: no price here" {
    given  = { platform_edition = "LOOKER_CORE_ENTERPRISE_ANNUAL" }
    want   = {}
    gaps   = ["platform"]
    status = "gap"
  }

  example "a trial" {
    given  = { platform_edition = "LOOKER_CORE_TRIAL" }
    want   = {}
    status = "free"
  }

  example "edition known only after apply" {
    given  = { platform_edition = unknown }
    want   = {}
    gaps   = ["platform"]
    status = "gap"
  }
}
