# A Cloud NAT gateway: hours for each machine that uses it, up to 32 of them,
# the data it passes in both directions, and the addresses it takes by itself.
#
# The catalogue has the price of a gateway with 32 machines or more; each of
# fewer costs a 32nd of that. Which machines use it is decided by subnetworks
# and not told by a plan. Addresses in nat_ips are billed by
# google_compute_address.
resource "google_compute_router_nat" {
  usage "assigned_vms" {
    unit        = "machines"
    description = "machines that use the gateway, on average"
  }
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data that passes the gateway, both directions"
  }
  usage "automatic_addresses" {
    unit        = "addresses"
    description = "addresses the gateway takes by itself, at least one while in use"
  }

  cost "assigned machines" {
    name     = "assigned machines (a 32nd of the gateway's price each)"
    quantity = min(32, usage.assigned_vms) * hours
    unit     = "VM-hour"
    price    = "network/nat/gateway"
    factor   = 1 / 32
  }

  cost "data processed" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GiB"
    price    = "network/nat/data"
  }

  cost "automatic addresses" {
    when     = upper(coalesce(self.nat_ip_allocate_option, "AUTO_ONLY")) == "AUTO_ONLY" && upper(coalesce(self.type, "PUBLIC")) == "PUBLIC"
    quantity = usage.automatic_addresses * hours
    unit     = "hour"
    price    = "network/nat/ip"
  }

  uses "gateway" {
    gap = "no figure exists for a share of Google's network"
  }

  example "four machines and a terabyte" {
    given   = { nat_ip_allocate_option = "AUTO_ONLY", type = "PUBLIC" }
    usage   = { assigned_vms = 4, monthly_data_processed_gb = 1000, automatic_addresses = 1 }
    want    = { "assigned machines (a 32nd of the gateway's price each)" = 2920, "data processed" = 1000, "automatic addresses" = 730 }
    status  = "priced"
    monthly = "52.738"
    prices  = { "network/nat/gateway" = 0.0448, "network/nat/data" = 0.045, "network/nat/ip" = 0.005 }
    source  = "cloud.google.com/nat/pricing, us-central1, 2026-07"
  }

  example "more than 32 machines cost no more" {
    given = { nat_ip_allocate_option = "MANUAL_ONLY" }
    usage = { assigned_vms = 100, monthly_data_processed_gb = 0 }
    want  = { "assigned machines (a 32nd of the gateway's price each)" = 23360, "data processed" = 0 }
  }

  example "use not given" {
    given  = { nat_ip_allocate_option = "AUTO_ONLY" }
    want   = {}
    unused = ["assigned machines (a 32nd of the gateway's price each)", "data processed", "automatic addresses"]
    status = "usage"
  }

  example "how addresses are taken known only after apply" {
    given  = { nat_ip_allocate_option = unknown }
    usage  = { assigned_vms = 1, monthly_data_processed_gb = 10 }
    want   = { "assigned machines (a 32nd of the gateway's price each)" = 730, "data processed" = 10 }
    gaps   = ["automatic addresses"]
    status = "partial"
  }
}
