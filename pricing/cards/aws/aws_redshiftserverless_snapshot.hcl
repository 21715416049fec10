# A snapshot of Redshift Serverless taken by hand: gigabytes kept, in tiers. Prices are
# known in one region.
resource "aws_redshiftserverless_snapshot" {
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
    given   = { namespace_name = unknown }
    usage   = { backup_storage_gb = 1000 }
    want    = { "storage: first 50 TB" = 1000 }
    monthly = "23.00"
    prices  = { "component/aws_redshift_cluster/backup-storage-first-50-tb" = 0.023 }
    source  = "totals of examples, us-east-1, 2024-07"
    status  = "priced"
  }

  example "size not given" {
    given  = { namespace_name = "c" }
    want   = {}
    unused = ["storage: first 50 TB"]
    status = "usage"
  }
}
