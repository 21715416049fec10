# A snapshot exported to a bucket: a fee by gigabyte of the snapshot, whatever
# part of it is exported. It is billed once, when the export runs.
resource "aws_rds_export_task" {
  usage "monthly_snapshot_export_size_gb" {
    unit        = "GB"
    description = "size of the snapshots exported a month"
  }

  cost "export" {
    quantity = usage.monthly_snapshot_export_size_gb
    unit     = "GB"
    price    = "rds/snapshot-export"
  }

  example "500 GB" {
    given   = { export_task_identifier = "e", source_arn = unknown }
    usage   = { monthly_snapshot_export_size_gb = 500 }
    want    = { export = 500 }
    monthly = "5.00"
    prices  = { "rds/snapshot-export" = 0.01 }
    source  = "aws.amazon.com/rds/mysql/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "size not given" {
    given  = { source_arn = unknown }
    want   = {}
    unused = ["export"]
    status = "usage"
  }
}
