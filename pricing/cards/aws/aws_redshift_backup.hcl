# Not a type of the provider: snapshots of Redshift by the gigabyte, in three
# tiers, a piece of the types that keep them. The prices come from totals of
# examples in one region; no list of them was found.
resource "aws_redshift_backup" {
  usage "backup_storage_gb" {
    unit        = "GB"
    default     = null
    description = "what the snapshots hold"
  }

  let {
    gb = usage.backup_storage_gb
  }

  cost "first 50 TB" {
    quantity = let.gb == null ? null : min(let.gb, 51200)
    unit     = "GB-month"
    price    = "component/aws_redshift_cluster/backup-storage-first-50-tb"
  }
  cost "next 450 TB" {
    when     = let.gb == null ? false : let.gb > 51200
    quantity = let.gb == null ? null : min(let.gb - 51200, 460800)
    unit     = "GB-month"
    price    = "component/aws_redshift_cluster/backup-storage-next-450-tb"
  }
  cost "over 500 TB" {
    when     = let.gb == null ? false : let.gb > 512000
    quantity = let.gb == null ? null : let.gb - 512000
    unit     = "GB-month"
    price    = "component/aws_redshift_cluster/backup-storage-over-500-tb"
  }

  uses "snapshots" {
    when      = let.gb != null
    storage   = "s3"
    selector  = "standard"
    gigabytes = let.gb
  }

  example "100 GB" {
    given   = {}
    usage   = { backup_storage_gb = 100 }
    want    = { "first 50 TB" = 100 }
    monthly = "2.30"
    prices  = { "component/aws_redshift_cluster/backup-storage-first-50-tb" = 0.023 }
    source  = "totals of examples, us-east-1, 2024-07"
  }

  example "600 TB" {
    given = {}
    usage = { backup_storage_gb = 614400 }
    want  = { "first 50 TB" = 51200, "next 450 TB" = 460800, "over 500 TB" = 102400 }
  }

  example "size not given" {
    given  = {}
    want   = {}
    unused = ["first 50 TB"]
    status = "usage"
  }
}
