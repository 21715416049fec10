# A snapshot of a DocumentDB cluster: gigabytes kept. Backups up to the size of
# the cluster are free, so what is billed is what lies above.
resource "aws_docdb_cluster_snapshot" {
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "what the snapshot holds above the free allowance"
  }

  cost "backup storage" {
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "docdb/backup-storage"
  }

  uses "backup storage" {
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.backup_storage_gb
  }

  example "1,000 GB" {
    given   = { db_cluster_identifier = unknown, db_cluster_snapshot_identifier = "s" }
    usage   = { backup_storage_gb = 1000 }
    want    = { "backup storage" = 1000 }
    monthly = "21.00"
    prices  = { "docdb/backup-storage" = 0.021 }
    source  = "aws.amazon.com/documentdb/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "size not given" {
    given  = { db_cluster_identifier = "c" }
    want   = {}
    unused = ["backup storage"]
    status = "usage"
  }
}
