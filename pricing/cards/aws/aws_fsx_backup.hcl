# A backup of a file system or volume of FSx: gigabytes it holds, after
# compression and without what earlier backups hold already.
resource "aws_fsx_backup" {
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "what the backup holds"
  }

  cost "backup storage" {
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "fsx/backup"
  }

  uses "backup storage" {
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.backup_storage_gb
  }

  example "200 GB" {
    given   = { file_system_id = unknown }
    usage   = { backup_storage_gb = 200 }
    want    = { "backup storage" = 200 }
    monthly = "10.00"
    prices  = { "fsx/backup" = 0.05 }
    source  = "aws.amazon.com/fsx/windows/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "size not given" {
    given  = { file_system_id = "fs-1" }
    want   = {}
    unused = ["backup storage"]
    status = "usage"
  }
}
