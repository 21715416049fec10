# A cached volume of a storage gateway: gigabytes of data it holds, at most its
# size. Snapshots are billed as of EBS.
resource "aws_storagegateway_cached_iscsi_volume" {
  usage "storage_gb" {
    unit        = "GB"
    default     = null
    description = "data it holds, where that is not its whole size"
  }

  let {
    size = usage.storage_gb == null ? self.volume_size_in_bytes / 1073741824 : usage.storage_gb
  }

  cost "storage" {
    quantity = let.size
    low      = usage.storage_gb == null ? 0 : let.size
    unit     = "GB-month"
    price    = "storagegateway/cached-volume"
  }

  uses "storage" {
    storage   = "s3"
    selector  = "standard"
    gigabytes = let.size
    defaulted = usage.storage_gb == null
  }

  example "150 GB, at most" {
    given   = { volume_size_in_bytes = 161061273600 }
    want    = { storage = 150 }
    monthly = "3.45"
    prices  = { "storagegateway/cached-volume" = 0.023 }
    source  = "aws.amazon.com/storagegateway/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "data given" {
    given = { volume_size_in_bytes = unknown }
    usage = { storage_gb = 30 }
    want  = { storage = 30 }
  }

  example "size known only after apply" {
    given  = { volume_size_in_bytes = unknown }
    want   = {}
    gaps   = ["storage"]
    status = "gap"
  }
}
