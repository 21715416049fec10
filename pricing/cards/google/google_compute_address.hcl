# A static external address of a region. In use by a machine or a NAT gateway it
# costs the same as an ephemeral one, in use by a forwarding rule nothing,
# reserved and unused twice as much. Internal addresses and IPv6 are free.
#
# What uses it is told by the references of the plan, or by its own users once
# it exists; an address used by something outside the plan looks unused.
resource "google_compute_address" {
  assume "users" {
    value = []
    why   = "used by what refers to it in this plan"
  }

  ref "machine" {
    by = ["google_compute_instance", "google_compute_instance_from_template", "google_compute_instance_from_machine_image", "google_compute_instance_template", "google_compute_region_instance_template"]
    assume "scheduling" {
      why = "not configured: neither spot nor preemptible"
    }
    assume "scheduling.provisioning_model" {
      why = "STANDARD, the default of the API"
    }
  }
  ref "gateway" {
    by = ["google_compute_router_nat"]
  }
  ref "rule" {
    by = ["google_compute_forwarding_rule", "google_compute_global_forwarding_rule", "google_compute_vpn_tunnel", "google_compute_vpn_gateway"]
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the address is held, where that is not all 730"
  }

  let {
    external = upper(coalesce(self.address_type, "EXTERNAL")) == "EXTERNAL" && upper(coalesce(self.ip_version, "IPV4")) != "IPV6"
    users    = join(" ", known(self.users, []))
    running  = refs.machine != null || refs.gateway != null || length(regexall("/instances/|/routers/", let.users)) > 0
    ruled    = refs.rule != null || length(regexall("/forwardingRules/|/targetVpnGateways/", let.users)) > 0
    spot     = get(refs.machine, "scheduling.preemptible", false) || upper(coalesce(get(refs.machine, "scheduling.provisioning_model"), "STANDARD")) == "SPOT"
    hours    = coalesce(usage.monthly_hrs, hours)
  }

  cost "address in use" {
    when     = let.external && let.running
    name     = "address in use${let.spot ? " (half price on spot)" : ""}"
    quantity = let.hours
    unit     = "hour"
    price    = "network/ip/vm"
    factor   = let.spot ? 0.5 : 1
  }

  cost "unused address" {
    when     = let.external && !let.running && !let.ruled
    quantity = let.hours
    unit     = "hour"
    price    = "network/ip/unused"
  }

  example "unused" {
    given   = { address_type = "EXTERNAL", users = unknown, ip_version = null }
    omitted = ["users"]
    want    = { "unused address" = 730 }
    status  = "priced"
    monthly = "7.30"
    prices  = { "network/ip/unused" = 0.01 }
    source  = "cloud.google.com/vpc/network-pricing, us-central1, 2026-07"
  }

  example "used by a machine" {
    given   = { address_type = "EXTERNAL" }
    refs    = { machine = { scheduling = unknown } }
    omitted = ["machine.scheduling"]
    want    = { "address in use" = 730 }
    monthly = "3.65"
    prices  = { "network/ip/vm" = 0.005 }
    source  = "cloud.google.com/vpc/network-pricing, us-central1, 2026-07"
  }

  example "used by a spot machine" {
    given   = { address_type = "EXTERNAL" }
    refs    = { machine = { scheduling = [{ preemptible = true, provisioning_model = "SPOT" }] } }
    want    = { "address in use (half price on spot)" = 730 }
    monthly = "1.825"
    prices  = { "network/ip/vm" = 0.005 }
    source  = "cloud.google.com/vpc/network-pricing, us-central1, 2026-07"
  }

  example "used by a NAT gateway" {
    given = { address_type = "EXTERNAL" }
    refs  = { gateway = { name = "nat" } }
    want  = { "address in use" = 730 }
  }

  example "used by a forwarding rule, as its own attribute says" {
    given  = { address_type = "EXTERNAL", users = ["projects/p/regions/us-central1/forwardingRules/web"] }
    want   = {}
    status = "free"
  }

  example "internal" {
    given  = { address_type = "INTERNAL" }
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
