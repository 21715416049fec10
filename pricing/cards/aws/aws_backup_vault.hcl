# A backup vault: gigabytes kept by what is backed up, and gigabytes restored.
# Snapshots of EBS and RDS cost what they do outside of it. Those that a plan
# keeps warm or moves to cold storage only use tells.
resource "aws_backup_vault" {
  usage "monthly_ebs_snapshot_gb" {
    unit        = "GB"
    description = "EBS snapshots kept"
  }
  usage "monthly_rds_snapshot_gb" {
    unit        = "GB"
    description = "RDS snapshots kept"
  }
  usage "monthly_efs_warm_backup_gb" {
    unit        = "GB"
    description = "EFS backups kept in warm storage"
  }
  usage "monthly_efs_cold_backup_gb" {
    unit        = "GB"
    default     = null
    description = "EFS backups kept in cold storage"
  }
  usage "monthly_aurora_snapshot_gb" {
    unit        = "GB"
    default     = null
    description = "Aurora snapshots kept"
  }
  usage "monthly_dynamodb_backup_gb" {
    unit        = "GB"
    default     = null
    description = "DynamoDB backups kept in warm storage"
  }
  usage "monthly_dynamodb_cold_backup_gb" {
    unit        = "GB"
    default     = null
    description = "DynamoDB backups kept in cold storage"
  }
  usage "monthly_fsx_windows_backup_gb" {
    unit        = "GB"
    default     = null
    description = "backups kept of FSx for Windows"
  }
  usage "monthly_fsx_lustre_backup_gb" {
    unit        = "GB"
    default     = null
    description = "backups kept of FSx for Lustre"
  }
  usage "monthly_s3_backup_gb" {
    unit        = "GB"
    default     = null
    description = "backups kept of S3"
  }
  usage "monthly_vmware_backup_gb" {
    unit        = "GB"
    default     = null
    description = "backups kept of VMware machines"
  }
  usage "monthly_efs_warm_restore_gb" {
    unit        = "GB"
    default     = null
    description = "EFS data restored a month from warm storage"
  }
  usage "monthly_efs_cold_restore_gb" {
    unit        = "GB"
    default     = null
    description = "EFS data restored a month from cold storage"
  }
  usage "monthly_efs_item_restore_requests" {
    unit        = "requests"
    default     = null
    description = "requests a month to restore items of EFS"
  }
  usage "monthly_dynamodb_restore_gb" {
    unit        = "GB"
    default     = null
    description = "DynamoDB data restored a month"
  }

  let {
    # What is said, with what it costs.
    kept = {
      "EFS backup, cold"       = { gb = usage.monthly_efs_cold_backup_gb, price = "backup/storage/efs-cold" }
      "Aurora snapshots"       = { gb = usage.monthly_aurora_snapshot_gb, price = "rds/aurora/backup-storage" }
      "DynamoDB backup"        = { gb = usage.monthly_dynamodb_backup_gb, price = "backup/storage/dynamodb-warm" }
      "DynamoDB backup, cold"  = { gb = usage.monthly_dynamodb_cold_backup_gb, price = "backup/storage/dynamodb-cold" }
      "FSx for Windows backup" = { gb = usage.monthly_fsx_windows_backup_gb, price = "fsx/backup" }
      "FSx for Lustre backup"  = { gb = usage.monthly_fsx_lustre_backup_gb, price = "fsx/backup" }
      "S3 backup"              = { gb = usage.monthly_s3_backup_gb, price = "backup/storage/s3-warm" }
      "VMware backup"          = { gb = usage.monthly_vmware_backup_gb, price = "backup/storage/vmware-warm" }
    }
    restored = {
      "EFS restore, warm" = { gb = usage.monthly_efs_warm_restore_gb, price = "backup/restore/efs-warm" }
      # One region, from an example's total: no list shows it.
      "EFS restore, cold" = { gb = usage.monthly_efs_cold_restore_gb, price = "component/aws_backup_vault/efs-restore-cold" }
      "DynamoDB restore"  = { gb = usage.monthly_dynamodb_restore_gb, price = "dynamodb/restore" }
    }
  }

  cost "EBS snapshots" {
    quantity = usage.monthly_ebs_snapshot_gb
    unit     = "GB-month"
    price    = "ebs/snapshot/standard"
  }
  cost "RDS snapshots" {
    quantity = usage.monthly_rds_snapshot_gb
    unit     = "GB-month"
    price    = "rds/backup-storage"
  }
  cost "EFS backup, warm" {
    quantity = usage.monthly_efs_warm_backup_gb
    unit     = "GB-month"
    price    = "backup/storage/efs-warm"
  }
  cost "kept" {
    for_each = { for k, v in let.kept : k => v if v.gb != null }
    name     = each.key
    quantity = each.value.gb
    unit     = "GB-month"
    price    = each.value.price
  }
  cost "restored" {
    for_each = { for k, v in let.restored : k => v if v.gb != null }
    name     = each.key
    quantity = each.value.gb
    unit     = "GB"
    price    = each.value.price
  }
  cost "EFS items restored" {
    when     = usage.monthly_efs_item_restore_requests != null
    quantity = usage.monthly_efs_item_restore_requests
    unit     = "request"
    price    = "component/aws_backup_vault/efs-restore-item-level"
  }

  uses "backups" {
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.monthly_ebs_snapshot_gb + usage.monthly_rds_snapshot_gb + usage.monthly_efs_warm_backup_gb
  }

  example "snapshots and EFS" {
    given   = { name = "v" }
    usage   = { monthly_ebs_snapshot_gb = 100, monthly_rds_snapshot_gb = 100, monthly_efs_warm_backup_gb = 100, monthly_efs_warm_restore_gb = 10, monthly_aurora_snapshot_gb = 100 }
    want    = { "EBS snapshots" = 100, "RDS snapshots" = 100, "EFS backup, warm" = 100, "EFS restore, warm" = 10, "Aurora snapshots" = 100 }
    monthly = "21.80"
    prices = {
      "ebs/snapshot/standard"     = 0.05
      "rds/backup-storage"        = 0.095
      "backup/storage/efs-warm"   = 0.05
      "backup/restore/efs-warm"   = 0.02
      "rds/aurora/backup-storage" = 0.021
    }
    source = "aws.amazon.com/backup/pricing, us-east-1, 2025-06; aws.amazon.com/ebs/pricing, 2026-09"
    status = "priced"
  }

  example "items restored, where a price is known" {
    region = "us-west-1"
    given  = { name = "v" }
    usage  = { monthly_ebs_snapshot_gb = 0, monthly_rds_snapshot_gb = 0, monthly_efs_warm_backup_gb = 0, monthly_efs_item_restore_requests = 10, monthly_efs_cold_restore_gb = 5 }
    want   = { "RDS snapshots" = 0, "EFS backup, warm" = 0, "EFS items restored" = 10, "EFS restore, cold" = 5 }
    gaps   = ["EBS snapshots"]
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["EBS snapshots", "RDS snapshots", "EFS backup, warm"]
    status = "usage"
  }
}
