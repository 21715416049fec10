# A DocumentDB cluster: the volume its machines share, I/O and backups, all by
# use. With I/O-optimised storage (iopt1) the GB are dearer and I/O is free. The
# machines are aws_docdb_cluster_instance. Backups up to the size of the data
# are free for a day; replicated writes of a global cluster are not counted.
resource "aws_docdb_cluster" {
  usage "data_storage_gb" {
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
    quantity = usage.data_storage_gb
    unit     = "GB-month"
    price    = "docdb/storage/${let.mode}"
  }

  cost "I/O requests" {
    when     = let.mode == "standard"
    quantity = usage.monthly_io_requests / 1000000
    unit     = "1M-requests"
    price    = "docdb/io"
  }

  cost "backup storage" {
    when     = let.days > 1
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "docdb/backup-storage"
  }

  uses "storage" {
    storage   = "docdb"
    selector  = "*"
    gigabytes = usage.data_storage_gb
  }

  example "100 GB with a week of backups" {
    given   = { backup_retention_period = 7 }
    usage   = { data_storage_gb = 100, monthly_io_requests = 10000000, backup_storage_gb = 600 }
    want    = { storage = 100, "I/O requests" = 10, "backup storage" = 600 }
    monthly = "24.60"
    prices  = { "docdb/storage/standard" = 0.1, "docdb/io" = 0.2, "docdb/backup-storage" = 0.021 }
    source  = "aws.amazon.com/documentdb/pricing, us-east-1, 2025-05"
  }

  example "I/O-optimised" {
    given  = { storage_type = "iopt1" }
    usage  = { data_storage_gb = 100 }
    want   = { storage = 100 }
    prices = { "docdb/storage/io-optimized" = 0.3 }
  }

  example "no use given" {
    given  = { backup_retention_period = 5 }
    want   = {}
    unused = ["storage", "I/O requests", "backup storage"]
    status = "usage"
  }

  example "kind of storage known only after apply" {
    given  = { storage_type = unknown }
    usage  = { data_storage_gb = 100 }
    want   = {}
    gaps   = ["storage", "I/O requests"]
    status = "gap"
  }
}
