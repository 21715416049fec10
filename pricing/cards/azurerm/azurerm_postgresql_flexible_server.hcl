# A PostgreSQL flexible server: hours of its size, provisioned storage, and
# backup beyond what is included (as much as the storage). The size is billed by
# the vCore of its series; burstable sizes have prices of their own. High
# availability, in the same zone or another, doubles compute and storage. An
# elastic cluster has that many nodes.
#
# Geo-redundant backup and a performance tier above the one that goes with the
# storage are billed too, at prices the catalogue does not have.
resource "azurerm_postgresql_flexible_server" {
  assume "storage_tier" {
    why = "the tier that goes with the size of the storage"
  }

  usage "additional_backup_storage_gb" {
    unit        = "GB"
    description = "backup beyond the included 100 % of the storage"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730; storage is billed in any case"
  }

  let {
    # GP_Standard_D4ds_v5: tier, then the machine as virtual machines spell it.
    parts   = regex("^([a-z]+)_standard_([a-z]+)([0-9]+)([a-z]*)(_v[0-9]+)?$", lower(self.sku_name))
    burst   = let.parts[0] == "b"
    vcores  = tonumber(let.parts[2])
    series  = "${let.parts[1]}${let.parts[3]}${replace(coalesce(let.parts[4], ""), "_", "")}"
    size    = "${let.parts[1]}${let.parts[2]}${let.parts[3]}"
    product = { b = "burstable-bs", gp = "general-purpose-${let.series}", mo = "memory-optimized-${let.series}" }[let.parts[0]]
    # The same meter stands under different names from series to series.
    meters = let.burst ? ["${let.size}/${let.size}", "${let.size}/${let.size}-vcore"] : ["vcore/vcore", "1-vcore/vcore", "1-vcore/1-vcore"]
    keys   = [for m in let.meters : "postgresql/flexible-server-${let.product}-series-compute/${m}"]
    key    = first(first_priced(let.keys), let.keys[0])

    servers = (length(self.high_availability) > 0 ? 2 : 1) * get(self.cluster, "size", 1)
    hours   = coalesce(usage.monthly_hrs, hours)
    gb      = self.storage_mb / 1024

    tiers = [{ gb = 32, tier = 4 }, { gb = 64, tier = 6 }, { gb = 128, tier = 10 }, { gb = 256, tier = 15 }, { gb = 512, tier = 20 }, { gb = 1024, tier = 30 }, { gb = 2048, tier = 40 }, { gb = 4096, tier = 50 }, { gb = 8192, tier = 60 }, { gb = 16384, tier = 70 }, { gb = 32768, tier = 80 }]
    own   = [for t in let.tiers : t.tier if t.gb >= let.gb][0]
    # Servers of old have "" for the tier that goes with the size.
    raised = coalesce(self.storage_tier, "") == "" ? false : tonumber(replace(lower(coalesce(self.storage_tier, "p4")), "p", "")) > let.own
  }

  cost "compute" {
    quantity = let.hours * let.servers * (let.burst ? 1 : let.vcores)
    unit     = "hour"
    price    = let.key
  }

  cost "storage" {
    quantity = let.gb * let.servers
    unit     = "GB-month"
    price    = "postgresql/flexible-server-storage/storage/storage-data-stored"
  }

  cost "performance tier" {
    when     = let.raised
    quantity = let.servers
    unit     = "month"
    price    = null
    hint     = "prices of raised performance tiers are not in the catalogue"
  }

  cost "additional backup storage" {
    quantity = usage.additional_backup_storage_gb
    unit     = "GB-month"
    price    = coalesce(self.geo_redundant_backup_enabled, false) ? null : "postgresql/flexible-server-backup-storage/backup-storage-lrs/backup-storage-lrs-data-stored"
    hint     = "the price of geo-redundant backup is not in the catalogue"
  }

  uses "compute" {
    machine    = substr(self.sku_name, length(let.parts[0]) + 1, -1)
    count      = let.servers
    vcpu_hours = let.hours
  }

  uses "storage" {
    storage   = "postgresql"
    gigabytes = let.gb * let.servers
  }

  example "D4s v3 with 128 GB" {
    given   = { sku_name = "GP_Standard_D4s_v3", storage_mb = 131072, storage_tier = unknown, geo_redundant_backup_enabled = false }
    omitted = ["storage_tier"]
    usage   = { additional_backup_storage_gb = 100 }
    want    = { compute = 2920, storage = 128, "additional backup storage" = 100 }
    status  = "priced"
    monthly = "324.2032"
    prices = {
      "postgresql/flexible-server-general-purpose-dsv3-series-compute/vcore/vcore"                  = 0.1015
      "postgresql/flexible-server-storage/storage/storage-data-stored"                              = 0.1369
      "postgresql/flexible-server-backup-storage/backup-storage-lrs/backup-storage-lrs-data-stored" = 0.103
    }
    source = "azure.microsoft.com/pricing/details/postgresql/flexible-server, West Europe, 2026-08"
  }

  example "a tier that is empty" {
    given  = { sku_name = "B_Standard_B1ms", storage_mb = 32768, storage_tier = "" }
    want   = { compute = 730, storage = 32 }
    unused = ["additional backup storage"]
  }

  example "burstable" {
    given   = { sku_name = "B_Standard_B1ms", storage_mb = 32768 }
    want    = { compute = 730, storage = 32 }
    unused  = ["additional backup storage"]
    status  = "partial"
    monthly = "18.9078"
    prices = {
      "postgresql/flexible-server-burstable-bs-series-compute/b1ms/b1ms" = 0.0199
      "postgresql/flexible-server-storage/storage/storage-data-stored"   = 0.1369
    }
    source = "azure.microsoft.com/pricing/details/postgresql/flexible-server, West Europe, 2026-08"
  }

  example "highly available: twice" {
    given   = { sku_name = "MO_Standard_E4ds_v4", storage_mb = 262144, high_availability = [{ mode = "ZoneRedundant" }] }
    want    = { compute = 5840, storage = 512 }
    unused  = ["additional backup storage"]
    monthly = "951.9328"
    prices = {
      "postgresql/flexible-server-memory-optimized-edsv4-series-compute/vcore/vcore" = 0.151
      "postgresql/flexible-server-storage/storage/storage-data-stored"               = 0.1369
    }
    source = "azure.microsoft.com/pricing/details/postgresql/flexible-server, West Europe, 2026-08"
  }

  example "a series with its meter under another name" {
    given  = { sku_name = "GP_Standard_D2ads_v6", storage_mb = 32768 }
    want   = { compute = 1460, storage = 32 }
    unused = ["additional backup storage"]
    prices = { "postgresql/flexible-server-general-purpose-dadsv6-series-compute/1-vcore/1-vcore" = 0.1334 }
  }

  example "cluster of four, stopped half the month, geo backup, raised tier" {
    given  = { sku_name = "GP_Standard_D2ds_v5", storage_mb = 65536, storage_tier = "P20", cluster = [{ size = 4 }], geo_redundant_backup_enabled = true }
    usage  = { monthly_hrs = 365 }
    want   = { compute = 2920, storage = 256 }
    gaps   = ["performance tier"]
    unused = ["additional backup storage"]
  }

  example "size and storage left to the service" {
    given  = { sku_name = unknown, storage_mb = unknown }
    want   = {}
    unused = ["additional backup storage"]
    gaps   = ["compute", "storage"]
    status = "gap"
  }
}
