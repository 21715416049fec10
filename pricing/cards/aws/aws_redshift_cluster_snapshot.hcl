# A snapshot of a Redshift cluster taken by hand: gigabytes kept, in tiers. Prices are
# known in one region.
resource "aws_redshift_cluster_snapshot" {
  usage "backup_storage_gb" {
    unit        = "GB"
    default     = null
    description = "what the snapshot holds"
  }

  part "storage" {
    card  = "aws_redshift_backup"
    given = {}
    usage = { backup_storage_gb = usage.backup_storage_gb }
  }

  example "1,000 GB" {
    given   = { cluster_identifier = unknown }
    usage   = { backup_storage_gb = 1000 }
    want    = { "storage: first 50 TB" = 1000 }
    monthly = "23.00"
    prices  = { "component/aws_redshift_cluster/backup-storage-first-50-tb" = 0.023 }
    source  = "totals of examples, us-east-1, 2024-07"
    status  = "priced"
  }

  example "size not given" {
    given  = { cluster_identifier = "c" }
    want   = {}
    unused = ["storage: first 50 TB"]
    status = "usage"
  }
}
