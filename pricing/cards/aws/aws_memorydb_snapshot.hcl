# A snapshot of a MemoryDB cluster: gigabytes kept; those of a day are free.
resource "aws_memorydb_snapshot" {
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "what the snapshot holds"
  }

  cost "storage" {
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "memorydb/snapshot-storage"
  }

  uses "storage" {
    gap = "no figure for the storage of these snapshots"
  }

  example "100 GB" {
    given   = { cluster_name = unknown }
    usage   = { backup_storage_gb = 100 }
    want    = { "storage" = 100 }
    monthly = "2.10"
    prices  = { "memorydb/snapshot-storage" = 0.021 }
    source  = "aws.amazon.com/memorydb/pricing, us-east-1, 2025-03"
    status  = "priced"
  }

  example "use not given" {
    given  = { cluster_name = "x" }
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
