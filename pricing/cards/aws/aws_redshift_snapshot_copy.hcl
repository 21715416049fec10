# Snapshots of a cluster copied to another region: transfer of what is copied.
# The copies are kept at the price of snapshots there.
resource "aws_redshift_snapshot_copy" {
  usage "monthly_data_transfer_gb" {
    unit        = "GB"
    description = "data copied a month"
  }

  cost "transfer" {
    quantity = usage.monthly_data_transfer_gb
    unit     = "GB"
    price    = "redshift/inter-region-transfer"
  }

  uses "transfer" {
    gap = "no source gives the energy of transfer"
  }

  example "100 GB" {
    given   = { cluster_identifier = unknown }
    usage   = { monthly_data_transfer_gb = 100 }
    want    = { "transfer" = 100 }
    monthly = "2.00"
    prices  = { "redshift/inter-region-transfer" = 0.02 }
    source  = "aws.amazon.com/redshift/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { cluster_identifier = "x" }
    want   = {}
    unused = ["transfer"]
    status = "usage"
  }
}
