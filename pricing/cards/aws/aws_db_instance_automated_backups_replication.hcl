# Automated backups of a database instance kept in another region too: gigabytes kept, as of a snapshot. The data
# sent from the other region is billed as transfer between regions.
resource "aws_db_instance_automated_backups_replication" {
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "what it holds above the free allowance of the account"
  }

  part "" {
    card  = "aws_db_snapshot"
    given = {}
    usage = { backup_storage_gb = usage.backup_storage_gb }
  }

  example "100 GB above the allowance" {
    given   = { source_db_instance_arn = unknown }
    usage   = { backup_storage_gb = 100 }
    want    = { "backup storage" = 100 }
    monthly = "9.50"
    prices  = { "rds/backup-storage" = 0.095 }
    source  = "aws.amazon.com/rds/mysql/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "size not given" {
    given  = { source_db_instance_arn = "s" }
    want   = {}
    unused = ["backup storage"]
    status = "usage"
  }
}
