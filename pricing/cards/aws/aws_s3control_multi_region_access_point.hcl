# A Multi-Region Access Point: gigabytes it routes. Requests, transfer and
# acceleration from the internet come on top.
resource "aws_s3control_multi_region_access_point" {
  usage "monthly_data_routed_gb" {
    unit        = "GB"
    description = "data it routes a month"
  }

  cost "data routed" {
    quantity = usage.monthly_data_routed_gb
    unit     = "GB"
    price    = "s3/multi-region-access-point/routing"
  }

  uses "data routed" {
    gap = "no source gives the energy of an access point"
  }

  example "1,000 GB" {
    given   = { account_id = unknown }
    usage   = { monthly_data_routed_gb = 1000 }
    want    = { "data routed" = 1000 }
    monthly = "3.30"
    prices  = { "s3/multi-region-access-point/routing" = 0.0033 }
    source  = "aws.amazon.com/s3/pricing, 2025-09"
    status  = "priced"
  }

  example "use not given" {
    given  = { account_id = "x" }
    want   = {}
    unused = ["data routed"]
    status = "usage"
  }
}
