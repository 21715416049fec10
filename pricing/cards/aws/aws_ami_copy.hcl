# A copy of an image, kept as snapshots: gigabytes that the
# snapshots hold, which a plan does not show.
resource "aws_ami_copy" {
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
    given   = { source_ami_id = unknown }
    usage   = { storage_gb = 30 }
    want    = { storage = 30 }
    monthly = "1.50"
    prices  = { "ebs/snapshot/standard" = 0.05 }
    source  = "aws.amazon.com/ebs/pricing, us-east-1, 2026-09"
    status  = "priced"
  }

  example "size not given" {
    given  = { source_ami_id = unknown }
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
