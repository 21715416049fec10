# A Lightsail bucket: the month of its bundle, whose price is not known here, and
# what lies above it of storage and transfer.
resource "aws_lightsail_bucket" {
  usage "storage_overage_gb" {
    unit        = "GB"
    default     = null
    description = "data kept above what the bundle includes"
  }
  usage "monthly_data_transfer_overage_gb" {
    unit        = "GB"
    default     = null
    description = "data out a month above what the bundle includes"
  }

  let {
    sizes = { small_1_0 = "5gb", medium_1_0 = "100gb", large_1_0 = "250gb" }
  }

  cost "bundle" {
    quantity = 1
    unit     = "month"
    price    = null
    hint     = "the monthly price of bucket bundles is not in the catalogue"
  }

  cost "storage above the bundle" {
    when     = usage.storage_overage_gb != null
    quantity = usage.storage_overage_gb
    unit     = "GB-month"
    price    = "lightsail/bucket/${lookup(let.sizes, lower(self.bundle_id), lower(self.bundle_id))}/storage-overage"
  }

  cost "data transfer above the bundle" {
    when     = usage.monthly_data_transfer_overage_gb != null
    quantity = usage.monthly_data_transfer_overage_gb
    unit     = "GB"
    price    = "lightsail/transfer/overage"
  }

  uses "storage" {
    gap = "what a bundle occupies only use tells"
  }

  example "100 GB more than the bundle" {
    given   = { bundle_id = "medium_1_0" }
    usage   = { storage_overage_gb = 100, monthly_data_transfer_overage_gb = 10 }
    want    = { "storage above the bundle" = 100, "data transfer above the bundle" = 10 }
    gaps    = ["bundle"]
    monthly = "3.20"
    prices  = { "lightsail/bucket/100gb/storage-overage" = 0.023, "lightsail/transfer/overage" = 0.09 }
    source  = "aws.amazon.com/lightsail/pricing, us-east-1, 2025-04"
    status  = "partial"
  }

  example "bundle known only after apply" {
    given  = { bundle_id = unknown }
    usage  = { storage_overage_gb = 1 }
    want   = {}
    gaps   = ["bundle", "storage above the bundle"]
    status = "gap"
  }
}
