# A Lightsail distribution: the month of its bundle, which includes transfer.
# Its price is known in us-east-1, where all distributions are made.
resource "aws_lightsail_distribution" {
  usage "monthly_data_transfer_overage_gb" {
    unit        = "GB"
    default     = null
    description = "data out a month above what the bundle includes"
  }

  let {
    sizes = { small_1_0 = "50gb", medium_1_0 = "200gb", large_1_0 = "500gb" }
  }

  cost "distribution" {
    quantity = 1
    unit     = "month"
    price    = "lightsail/distribution/${lookup(let.sizes, lower(self.bundle_id), lower(self.bundle_id))}"
  }

  cost "data transfer above the bundle" {
    when     = usage.monthly_data_transfer_overage_gb != null
    quantity = usage.monthly_data_transfer_overage_gb
    unit     = "GB"
    price    = "lightsail/transfer/overage"
  }

  uses "distribution" {
    gap = "no source gives the energy of content delivery"
  }

  example "small" {
    given   = { bundle_id = "small_1_0" }
    want    = { distribution = 1 }
    monthly = "2.50"
    prices  = { "lightsail/distribution/50gb" = 2.5 }
    source  = "aws.amazon.com/lightsail/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "large with more traffic" {
    given  = { bundle_id = "large_1_0" }
    usage  = { monthly_data_transfer_overage_gb = 100 }
    want   = { distribution = 1, "data transfer above the bundle" = 100 }
    prices = { "lightsail/distribution/500gb" = 35, "lightsail/transfer/overage" = 0.09 }
  }

  example "bundle known only after apply" {
    given  = { bundle_id = unknown }
    want   = {}
    gaps   = ["distribution"]
    status = "gap"
  }
}
