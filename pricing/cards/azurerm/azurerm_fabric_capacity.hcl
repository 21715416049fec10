# A capacity of Microsoft Fabric: hours of as many capacity units as its name says
# (F64 has 64), while it is not paused, whatever runs on it; and what lies in
# OneLake, which is billed to the capacity of its workspaces.
resource "azurerm_fabric_capacity" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it is not paused, where that is not all 730"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "data of its workspaces in OneLake"
  }

  let {
    units = tonumber(trimprefix(lower(get(self.sku, "name")), "f"))
  }

  # All workloads use up the units at one price.
  cost "capacity units" {
    quantity = let.units * coalesce(usage.monthly_hrs, hours)
    unit     = "CU-hour"
    price    = "microsoft-fabric/fabric-capacity/compute-pool-capacity-usage/compute-pool-capacity-usage-cu"
  }

  cost "OneLake storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "microsoft-fabric/onelake/onelake-storage-hot/onelake-storage-hot-data-stored"
  }

  uses "capacity" { gap = "a capacity unit is no published amount of hardware" }
  uses "storage" {
    storage   = "storage-account"
    selector  = "lrs"
    gigabytes = usage.storage_gb
  }

  example "F8 with one terabyte" {
    given   = { sku = [{ name = "F8", tier = "Fabric" }] }
    usage   = { storage_gb = 1000 }
    want    = { "capacity units" = 5840, "OneLake storage" = 1000 }
    status  = "priced"
    monthly = "1308.80"
    prices  = { "microsoft-fabric/fabric-capacity/compute-pool-capacity-usage/compute-pool-capacity-usage-cu" = 0.22, "microsoft-fabric/onelake/onelake-storage-hot/onelake-storage-hot-data-stored" = 0.024 }
    source  = "azure.microsoft.com/pricing/details/microsoft-fabric, West Europe, 2026-08"
  }

  example "paused at night" {
    given  = { sku = [{ name = "F64" }] }
    usage  = { monthly_hrs = 220 }
    want   = { "capacity units" = 14080 }
    unused = ["OneLake storage"]
  }

  example "size known only after apply" {
    given  = { sku = [{ name = unknown }] }
    want   = {}
    gaps   = ["capacity units"]
    unused = ["OneLake storage"]
    status = "gap"
  }
}
