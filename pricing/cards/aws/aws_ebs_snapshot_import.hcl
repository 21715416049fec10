# A snapshot imported from a disk image: gigabytes that the
# snapshots hold, which a plan does not show.
resource "aws_ebs_snapshot_import" {
  usage "storage_gb" {
    unit        = "GB"
    description = "what its snapshots hold"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "ebs/snapshot/standard"
  }

  uses "storage" {
    storage   = "ebs-snapshot"
    selector  = "*"
    gigabytes = usage.storage_gb
  }

  example "30 GB" {
    given   = { disk_container = unknown }
    usage   = { storage_gb = 30 }
    want    = { storage = 30 }
    monthly = "1.50"
    prices  = { "ebs/snapshot/standard" = 0.05 }
    source  = "aws.amazon.com/ebs/pricing, us-east-1, 2026-09"
    status  = "priced"
  }

  example "size not given" {
    given  = { disk_container = unknown }
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
