# A Filestore instance: gigabytes it is made for, used or not, by its tier, and
# backups. Zonal and high-scale SSD tiers share a price, regional ones cost
# more; the basic and enterprise tiers have no price in the catalogue.
resource "google_filestore_instance" {
  usage "backup_storage_gb" {
    unit        = "GB"
    default     = null
    description = "backups kept"
  }

  let {
    tier  = upper(self.tier)
    tiers = { ZONAL = "zonal", HIGH_SCALE_SSD = "zonal", REGIONAL = "regional" }
    kind  = lookup(let.tiers, let.tier, lower(replace(let.tier, "_", "-")))
    size  = sum([for s in self.file_shares : get(s, "capacity_gb")])
  }

  cost "capacity" {
    quantity = let.size
    unit     = "GiB-month"
    price    = "filestore/${let.kind}/capacity"
  }

  cost "backups" {
    when     = usage.backup_storage_gb != null
    quantity = usage.backup_storage_gb
    unit     = "GiB-month"
    price    = "filestore/backup"
  }

  uses "storage" {
    storage   = "filestore"
    selector  = let.kind
    gigabytes = let.size
  }

  example "a tebibyte in a zone" {
    given   = { tier = "ZONAL", file_shares = [{ name = "share", capacity_gb = 1024 }] }
    want    = { capacity = 1024 }
    status  = "priced"
    monthly = "256.00"
    prices  = { "filestore/zonal/capacity" = 0.25 }
    source  = "cloud.google.com/filestore/pricing, us-central1, 2026-09"
  }

  example "regional" {
    given = { tier = "REGIONAL", file_shares = [{ capacity_gb = 1024 }] }
    want  = { capacity = 1024 }
  }

  example "a tier without a price here" {
    given  = { tier = "BASIC_HDD", file_shares = [{ capacity_gb = 1024 }] }
    want   = {}
    gaps   = ["capacity"]
    status = "gap"
  }

  example "size known only after apply" {
    given  = { tier = "ZONAL", file_shares = [{ capacity_gb = unknown }] }
    want   = {}
    gaps   = ["capacity"]
    status = "gap"
  }
}
