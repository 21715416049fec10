# A MySQL flexible server: hours of its size, provisioned storage, IOPS above
# the free ones (300 and 3 for each GB) or I/O by request with I/O scaling, and
# backup beyond what is included (as much as the storage). High availability
# doubles compute and storage.
#
# The D and E series of version 4 have one meter for all; later series have one
# each. Geo-redundant backup is billed at a price the catalogue does not have.
resource "azurerm_mysql_flexible_server" {
  assume "storage.iops" {
    why = "the free ones"
  }

  usage "additional_backup_storage_gb" {
    unit        = "GB"
    description = "backup beyond the included 100 % of the storage"
  }
  usage "monthly_io_requests" {
    unit        = "requests"
    description = "I/O requests a month, billed with I/O scaling only"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730; storage is billed in any case"
  }

  let {
    # GP_Standard_D4ds_v4: tier, then the machine as virtual machines spell it.
    parts   = regex("^([a-z]+)_standard_([a-z]+)([0-9]+)([a-z]*)(_v[0-9]+)?$", lower(self.sku_name))
    burst   = let.parts[0] == "b"
    vcores  = tonumber(let.parts[2])
    version = replace(coalesce(let.parts[4], ""), "_", "")
    tier    = let.parts[0] == "mo" ? "memory-optimized" : "general-purpose"
    series  = "mysql/flexible-server-${let.tier}-${let.version == "v4" ? "" : "${let.parts[1]}${let.parts[3]}${let.version}-"}series-compute"
    size    = "${let.parts[1]}${let.parts[2]}${let.parts[3]}"
    burstable = [
      "mysql/flexible-server-burstable-bs-series-compute/${let.size}/${let.size}",
      "mysql/flexible-server-burstable-bs-series-compute/standard-${let.size}/${let.size}",
      "mysql/flexible-server-burstable-bs-series-compute/standard-${let.size}2/${let.size}",
    ]
    # The same meter stands under different names, for one vCore or the whole size.
    whole = "${let.series}/standard-${let.parts[1]}${let.parts[2]}${replace(let.parts[3], "s", "")}-${let.version}/${let.parts[2]}-vcore"
    keys  = let.burst ? let.burstable : ["${let.series}/vcore/vcore", "${let.series}/1-vcore/vcore", "${let.series}/1-vcore/1-vcore", let.whole]
    key   = first(first_priced(let.keys), let.keys[0])
    units = let.burst || let.key == let.whole ? 1 : let.vcores

    servers = length(self.high_availability) > 0 ? 2 : 1
    hours   = coalesce(usage.monthly_hrs, hours)
    storage = first(self.storage, [])
    gb      = get(let.storage, "size_gb")
    scaling = coalesce(get(let.storage, "io_scaling_enabled", false), false)
    iops    = get(let.storage, "iops")
  }

  cost "compute" {
    quantity = let.hours * let.servers * let.units
    unit     = "hour"
    price    = let.key
  }

  cost "storage" {
    quantity = let.gb * let.servers
    unit     = "GB-month"
    price    = "mysql/flexible-server-storage/storage/storage-data-stored"
  }

  cost "additional IOPS" {
    when     = !let.scaling && let.iops != null
    quantity = max(0, coalesce(let.iops, 0) - 300 - 3 * let.gb) * let.servers
    unit     = "IOPS-month"
    price    = "mysql/flexible-server-storage/additional-iops/additional-iops"
  }

  cost "I/O requests" {
    when     = let.scaling
    quantity = usage.monthly_io_requests / 1000000
    unit     = "1M-operations"
    price    = "mysql/flexible-server-storage/paid-io-lrs/paid-io-lrs-io-rate-operations"
  }

  cost "additional backup storage" {
    quantity = usage.additional_backup_storage_gb
    unit     = "GB-month"
    price    = coalesce(self.geo_redundant_backup_enabled, false) ? null : "mysql/flexible-server-backup-storage/backup-storage-lrs/backup-storage-lrs-data-stored"
    hint     = "the price of geo-redundant backup is not in the catalogue"
  }

  uses "compute" {
    machine    = substr(self.sku_name, length(let.parts[0]) + 1, -1)
    count      = let.servers
    vcpu_hours = let.hours
  }

  uses "storage" {
    storage   = "mysql"
    gigabytes = let.gb * let.servers
  }

  example "D2ds v4 with 100 GB" {
    given   = { sku_name = "GP_Standard_D2ds_v4", storage = [{ size_gb = 100, iops = unknown, io_scaling_enabled = false }], geo_redundant_backup_enabled = false }
    omitted = ["storage.iops"]
    usage   = { additional_backup_storage_gb = 0 }
    want    = { compute = 1460, storage = 100, "additional backup storage" = 0 }
    status  = "priced"
    monthly = "161.88"
    prices = {
      "mysql/flexible-server-general-purpose-series-compute/vcore/vcore"                         = 0.1015
      "mysql/flexible-server-storage/storage/storage-data-stored"                                = 0.1369
      "mysql/flexible-server-backup-storage/backup-storage-lrs/backup-storage-lrs-data-stored" = 0.103
    }
    source = "azure.microsoft.com/pricing/details/mysql/flexible-server, West Europe, 2026-08"
  }

  example "1,000 IOPS, highly available" {
    given   = { sku_name = "GP_Standard_D2ads_v5", storage = [{ size_gb = 100, iops = 1000 }], high_availability = [{ mode = "ZoneRedundant" }] }
    want    = { compute = 2920, storage = 200, "additional IOPS" = 800 }
    unused  = ["additional backup storage"]
    monthly = "371.36"
    prices = {
      "mysql/flexible-server-general-purpose-dadsv5-series-compute/vcore/vcore"                  = 0.1015
      "mysql/flexible-server-storage/storage/storage-data-stored"                                = 0.1369
      "mysql/flexible-server-storage/additional-iops/additional-iops"                            = 0.0595
      "mysql/flexible-server-backup-storage/backup-storage-lrs/backup-storage-lrs-data-stored" = 0.103
    }
    source = "azure.microsoft.com/pricing/details/mysql/flexible-server, West Europe, 2026-08"
  }

  example "a series billed by the whole size, I/O by request" {
    given  = { sku_name = "MO_Standard_E4ds_v5", storage = [{ size_gb = 64, io_scaling_enabled = true, iops = unknown }] }
    usage  = { monthly_io_requests = 5000000 }
    want   = { compute = 730, storage = 64, "I/O requests" = 5 }
    unused = ["additional backup storage"]
    prices = { "mysql/flexible-server-memory-optimized-edsv5-series-compute/standard-e4d-v5/4-vcore" = 0.572 }
  }

  example "burstable, geo-redundant backup" {
    given  = { sku_name = "B_Standard_B1ms", storage = [{ size_gb = 20 }], geo_redundant_backup_enabled = true }
    want   = { compute = 730, storage = 20 }
    unused = ["additional backup storage"]
  }

  example "size and storage left to the service" {
    given  = { sku_name = unknown, storage = unknown }
    want   = {}
    unused = ["additional backup storage"]
    gaps   = ["compute", "storage", "additional IOPS", "I/O requests"]
    status = "gap"
  }
}
