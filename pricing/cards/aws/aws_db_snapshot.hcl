# A snapshot of a database instance: gigabytes kept. As much backup as there is
# database storage in the region is free, so what is billed is what lies above,
# which only use tells.
resource "aws_db_snapshot" {
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "what the snapshot holds above the free allowance of the account"
  }

  cost "backup storage" {
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "rds/backup-storage"
  }

  uses "backup storage" {
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.backup_storage_gb
  }

  example "100 GB above the allowance" {
    given   = { db_instance_identifier = unknown, db_snapshot_identifier = "s" }
    usage   = { backup_storage_gb = 100 }
    want    = { "backup storage" = 100 }
    monthly = "9.50"
    prices  = { "rds/backup-storage" = 0.095 }
    source  = "aws.amazon.com/rds/mysql/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "size not given" {
    given  = { db_instance_identifier = unknown }
    want   = {}
    unused = ["backup storage"]
    status = "usage"
  }
}
