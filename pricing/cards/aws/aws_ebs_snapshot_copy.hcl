# A copy of a snapshot: gigabytes kept, at most the size of the volume it comes
# from, where the plan shows it. Data from another region is billed as transfer.
resource "aws_ebs_snapshot_copy" {
  assume "storage_tier" {
    value = "standard"
    why   = "standard, the default of the API"
  }

  ref "source" {
    path  = "source_snapshot_id"
    types = ["aws_ebs_snapshot"]
  }
  ref "volume" {
    of    = "source"
    path  = "volume_id"
    types = ["aws_ebs_volume"]
  }

  usage "storage_gb" {
    unit        = "GB"
    default     = null
    description = "what the copy really holds, where that is not the whole volume"
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

  uses "storage" {
    storage   = "ebs-snapshot"
    selector  = "*"
    gigabytes = let.size
    defaulted = usage.storage_gb == null
  }

  example "of a volume of 100 GB, at most" {
    given   = { source_snapshot_id = unknown, source_region = "us-west-2", storage_tier = unknown }
    omitted = ["storage_tier"]
    refs    = { source = { volume_id = unknown }, volume = { size = 100 } }
    want    = { storage = 100 }
    monthly = "5.00"
    prices  = { "ebs/snapshot/standard" = 0.05 }
    source  = "aws.amazon.com/ebs/pricing, us-east-1, 2026-09"
    status  = "priced"
  }

  example "real size given" {
    given = { source_snapshot_id = "snap-1" }
    usage = { storage_gb = 30 }
    want  = { storage = 30 }
  }

  example "snapshot of another plan" {
    given  = { source_snapshot_id = "snap-1" }
    want   = {}
    unused = ["storage"]
    status = "usage"
  }

  example "size of the volume known only after apply" {
    given  = { source_snapshot_id = unknown }
    refs   = { source = { volume_id = unknown }, volume = { size = unknown } }
    want   = {}
    gaps   = ["storage"]
    status = "gap"
  }
}
