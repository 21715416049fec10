# A global external address, for load balancers: nothing while a forwarding rule
# uses it, hours while it is reserved and unused. Internal ranges for peering
# and Private Service Connect are free, IPv6 too.
resource "google_compute_global_address" {
  assume "users" {
    value = []
    why   = "used by what refers to it in this plan"
  }

  ref "rule" {
    by = ["google_compute_global_forwarding_rule", "google_compute_forwarding_rule"]
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the address is held, where that is not all 730"
  }

  let {
    external = upper(coalesce(self.address_type, "EXTERNAL")) == "EXTERNAL" && upper(coalesce(self.ip_version, "IPV4")) != "IPV6"
    used     = refs.rule != null || length(known(self.users, [])) > 0
  }

  # Global addresses have no price of their own in the catalogue; they cost what
  # the cheapest regions ask, us-central1 among them.
  cost "unused address" {
    when     = let.external && !let.used
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "network/ip/unused"
    region   = "us-central1"
  }

  example "unused" {
    region  = "us-central1"
    given   = { address_type = "EXTERNAL", users = unknown }
    omitted = ["users"]
    want    = { "unused address" = 730 }
    status  = "priced"
    monthly = "7.30"
    prices  = { "network/ip/unused" = 0.01 }
    source  = "cloud.google.com/vpc/network-pricing, 2026-07"
  }

  example "used by a load balancer" {
    given  = { address_type = "EXTERNAL" }
    refs   = { rule = { name = "web" } }
    want   = {}
    status = "free"
  }

  example "a range for peering" {
    given  = { address_type = "INTERNAL", purpose = "VPC_PEERING" }
    want   = {}
    status = "free"
  }

  example "kind known only after apply" {
    given  = { address_type = unknown }
    want   = {}
    gaps   = ["unused address"]
    status = "gap"
  }
}
