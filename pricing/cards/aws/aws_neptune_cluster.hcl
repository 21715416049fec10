# A Neptune cluster: the volume its machines share, I/O and backups, all by
# use. With I/O-optimised storage (iopt1) the GB are dearer and I/O is free. The
# machines are aws_neptune_cluster_instance. Backups up to the size of the data
# are free for a day.
resource "aws_neptune_cluster" {
  assume "storage_type" {
    value = "standard"
    why   = "standard storage, the default"
  }

  usage "storage_gb" {
    unit        = "GB"
    description = "data stored, which is billed as it grows"
  }
  usage "monthly_io_requests" {
    unit        = "requests"
    description = "I/O requests a month, billed where storage is not I/O-optimised"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "backups and snapshots beyond the first day"
  }

  let {
    mode = coalesce(self.storage_type, "standard") == "iopt1" ? "io-optimized" : "standard"
    days = coalesce(self.backup_retention_period, 1)
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "neptune/storage/${let.mode}"
  }

  cost "I/O requests" {
    when     = let.mode == "standard"
    quantity = usage.monthly_io_requests / 1000000
    unit     = "1M-requests"
    price    = "neptune/io"
  }

  cost "backup storage" {
    when     = let.days > 1
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "neptune/backup-storage"
  }

  # Six copies in three zones, the same storage as Aurora's.
  uses "storage" {
    storage   = "rds"
    selector  = "aurora"
    gigabytes = usage.storage_gb
  }

  example "100 GB with a week of backups" {
    given   = { storage_type = unknown, backup_retention_period = 7 }
    omitted = ["storage_type"]
    usage   = { storage_gb = 100, monthly_io_requests = 10000000, backup_storage_gb = 600 }
    want    = { storage = 100, "I/O requests" = 10, "backup storage" = 600 }
    monthly = "24.60"
    prices  = { "neptune/storage/standard" = 0.1, "neptune/io" = 0.2, "neptune/backup-storage" = 0.021 }
    source  = "aws.amazon.com/neptune/pricing, us-east-1, 2025-05"
  }

  example "I/O-optimised" {
    given  = { storage_type = "iopt1" }
    usage  = { storage_gb = 100 }
    want   = { storage = 100 }
    prices = { "neptune/storage/io-optimized" = 0.225 }
  }

  example "no use given" {
    given  = { storage_type = "standard", backup_retention_period = 1 }
    want   = {}
    unused = ["storage", "I/O requests"]
    status = "usage"
  }

  example "kind of storage known only after apply" {
    given  = { storage_type = unknown }
    usage  = { storage_gb = 100 }
    want   = {}
    gaps   = ["storage", "I/O requests"]
    status = "gap"
  }
}
