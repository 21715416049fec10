# A snapshot: gigabytes kept. A snapshot holds the blocks that are in use and
# changed since the one before, so the volume's size is the most it can be; that
# is taken where its real size is not given. Fast restore is billed by the hour
# and zone; direct reads and writes of blocks by the thousand.
resource "aws_ebs_snapshot" {
  assume "storage_tier" {
    value = "standard"
    why   = "standard, the default of the API"
  }

  ref "volume" {
    path  = "volume_id"
    types = ["aws_ebs_volume"]
  }

  usage "storage_gb" {
    unit        = "GB"
    default     = null
    description = "what the snapshot really holds, where that is not the whole volume"
  }
  usage "fast_snapshot_restore_hours" {
    unit        = "zone-hours"
    default     = null
    description = "hours a month of fast restore, times zones"
  }

  let {
    size    = usage.storage_gb == null ? get(refs.volume, "size") : usage.storage_gb
    archive = lower(coalesce(self.storage_tier, "standard")) == "archive"
  }

  cost "storage" {
    quantity = let.size
    low      = usage.storage_gb == null ? 0 : let.size
    unit     = "GB-month"
    price    = let.archive ? "ebs/snapshot/archive" : "ebs/snapshot/standard"
  }

  cost "fast restore" {
    when     = usage.fast_snapshot_restore_hours != null
    quantity = usage.fast_snapshot_restore_hours
    unit     = "DSU-hour"
    price    = "ebs/fast-snapshot-restore"
  }

  uses "storage" {
    storage   = "ebs-snapshot"
    selector  = "*"
    gigabytes = let.size
    defaulted = usage.storage_gb == null
  }

  example "of a volume of 100 GB, at most" {
    given   = { volume_id = unknown }
    refs    = { volume = { size = 100 } }
    want    = { storage = 100 }
    monthly = "5.00"
    prices  = { "ebs/snapshot/standard" = 0.05 }
    source  = "aws.amazon.com/ebs/pricing, us-east-1, 2026-09"
    status  = "priced"
  }

  example "real size and fast restore given" {
    given   = { volume_id = unknown }
    refs    = { volume = { size = 100 } }
    usage   = { storage_gb = 30, fast_snapshot_restore_hours = 10 }
    want    = { storage = 30, "fast restore" = 10 }
    monthly = "9.00"
    prices  = { "ebs/snapshot/standard" = 0.05, "ebs/fast-snapshot-restore" = 0.75 }
    source  = "aws.amazon.com/ebs/pricing, us-east-1, 2026-09"
  }

  example "volume of another plan" {
    given  = { volume_id = "vol-0123" }
    want   = {}
    unused = ["storage"]
    status = "usage"
  }

  example "size of the volume known only after apply" {
    given  = { volume_id = unknown }
    refs   = { volume = { size = unknown } }
    want   = {}
    gaps   = ["storage"]
    status = "gap"
  }
}
