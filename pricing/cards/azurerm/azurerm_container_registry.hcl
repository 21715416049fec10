# A container registry: days of its tier, and of each place a Premium registry
# is replicated to at that place's price; images beyond what the tier includes
# (10, 100 and 500 GB), here and in each replica; and build time of tasks. The
# free 6,000 seconds of builds are the account's and are not taken off.
resource "azurerm_container_registry" {
  usage "storage_gb" {
    unit        = "GB"
    description = "images stored, all of them; what the tier includes is taken off"
  }
  usage "monthly_build_vcpu_hrs" {
    unit        = "vCPU-hours"
    default     = null
    description = "vCPU-hours a month of tasks"
  }

  let {
    # Before version 2 of the provider Classic was a tier too.
    tier     = lower(coalesce(self.sku, "Classic"))
    included = { basic = 10, standard = 100, premium = 500, classic = 10 }[let.tier]
    replicas = { for r in first(self.georeplications, []) : replace(lower(get(r, "location")), " ", "") => r }
    extra    = max(0, usage.storage_gb - let.included)
    zones    = coalesce(self.zone_redundancy_enabled, false)
  }

  # 730 hours are 30.4 days.
  cost "registry" {
    quantity = hours / 24
    unit     = "day"
    price    = "acr/${let.tier}-${let.tier}-registry-unit"
  }

  cost "geo-replication" {
    for_each = let.replicas
    quantity = hours / 24
    unit     = "day"
    price    = "acr/premium-premium-registry-replication-unit"
    region   = each.key
  }

  cost "storage" {
    quantity = let.extra
    unit     = "GB-month"
    price    = "acr/${let.tier}-data-stored"
  }

  cost "storage in" {
    for_each = let.replicas
    quantity = let.extra
    unit     = "GB-month"
    price    = "acr/premium-premium-gb-registry-replication-data-stored"
    region   = each.key
  }

  cost "builds" {
    when     = usage.monthly_build_vcpu_hrs != null
    quantity = usage.monthly_build_vcpu_hrs * 3600
    unit     = "vCPU-second"
    price    = "acr/${let.tier}-task-vcpu-duration"
    whole    = true
  }

  # Images lie in blob storage.
  uses "images" {
    storage   = "storage-account"
    selector  = let.zones ? "zrs" : "lrs"
    gigabytes = usage.storage_gb
    count     = 1 + length(let.replicas)
  }

  example "Basic, 20 GB and ten hours of builds" {
    given   = { sku = "Basic" }
    usage   = { storage_gb = 20, monthly_build_vcpu_hrs = 10 }
    want    = { registry = 30.416666666667, storage = 10, builds = 36000 }
    status  = "priced"
    monthly = "9.6674166666667222"
    prices  = { "acr/basic-basic-registry-unit" = 0.1666, "acr/basic-data-stored" = 0.1, "acr/basic-task-vcpu-duration" = 0.0001 }
    source  = "azure.microsoft.com/pricing/details/container-registry, West Europe, 2026-08; 730 / 24 days"
  }

  example "Premium in a second region" {
    given  = { sku = "Premium", georeplications = [{ location = "North Europe", zone_redundancy_enabled = true }] }
    want   = { registry = 30.416666666667, "geo-replication northeurope" = 30.416666666667 }
    unused = ["storage", "storage in northeurope"]
    status = "partial"
    prices = { "acr/premium-premium-registry-unit" = 1.6666 }
  }

  example "less than included" {
    given  = { sku = "Standard" }
    usage  = { storage_gb = 50 }
    want   = { registry = 30.416666666667, storage = 0 }
    status = "priced"
  }

  example "tier known only after apply" {
    given  = { sku = unknown }
    want   = {}
    gaps   = ["registry"]
    unused = ["storage"]
    status = "gap"
  }
}
