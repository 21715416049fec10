# An Aurora DSQL cluster: units of its work (DPU) and gigabytes kept; nothing
# while it is idle. The first 100,000 units and gigabyte of an account are free
# and not deducted. In several regions each has a cluster and storage of its own.
resource "aws_dsql_cluster" {
  usage "monthly_dpus" {
    unit        = "DPUs"
    description = "units of work a month"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "data kept"
  }

  cost "work" {
    quantity = usage.monthly_dpus / 1000000
    unit     = "1M-units"
    price    = "dsql/dpu"
  }
  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "dsql/storage"
  }

  uses "cluster" {
    gap = "what a cluster occupies is not published"
  }

  example "ten million units, 100 GB" {
    given   = { deletion_protection_enabled = true }
    usage   = { monthly_dpus = 10000000, storage_gb = 100 }
    want    = { work = 10, storage = 100 }
    monthly = "113.00"
    prices  = { "dsql/dpu" = 8, "dsql/storage" = 0.33 }
    source  = "aws.amazon.com/rds/aurora/dsql/pricing, us-east-1, 2026-09"
    status  = "priced"
  }

  example "use not given" {
    given  = { deletion_protection_enabled = unknown }
    want   = {}
    unused = ["work", "storage"]
    status = "usage"
  }
}
