# A Lightsail instance: hours of its bundle, running or stopped, at most the
# bundle's price a month. What a bundle includes of transfer differs by region,
# and so do its price keys. Bundles of the third generation have known prices;
# older ones and those optimised for compute or memory have none here. Traffic
# above the bundle and snapshots come on top.
resource "aws_lightsail_instance" {
  usage "monthly_data_transfer_overage_gb" {
    unit        = "GB"
    default     = null
    description = "data out a month above what the bundle includes"
  }
  usage "snapshot_storage_gb" {
    unit        = "GB"
    default     = null
    description = "snapshots kept"
  }

  let {
    words   = split("_", lower(self.bundle_id))
    size    = let.words[0]
    windows = contains(let.words, "win")
    ipv6    = contains(let.words, "ipv6")
    third   = endswith(lower(self.bundle_id), "_3_0")
    shapes = {
      nano      = let.windows ? "2vcpu-0.5gb-30gb" : "2vcpu-0.5gb-20gb"
      micro     = "2vcpu-1gb-40gb"
      small     = "2vcpu-2gb-60gb"
      medium    = "2vcpu-4gb-80gb"
      large     = "2vcpu-8gb-160gb"
      xlarge    = "4vcpu-16gb-320gb"
      "2xlarge" = "8vcpu-32gb-640gb"
      "4xlarge" = "16vcpu-64gb-1280gb"
    }
    # Included transfer: elsewhere, and in Mumbai and Sydney.
    quotas = { nano = "1tb", micro = "2tb", small = "3tb", medium = "4tb", large = "5tb", xlarge = "6tb", "2xlarge" = "7tb", "4xlarge" = "8tb" }
    halves = { nano = "0-5tb", micro = "1tb", small = "1-5tb", medium = "2tb", large = "2-5tb", xlarge = "3tb", "2xlarge" = "3-5tb", "4xlarge" = "4tb" }
    shape  = lookup(let.shapes, let.size, "")
    stem   = "lightsail/${let.ipv6 ? "instance-ipv6" : "instance"}/${let.windows ? "windows" : "linux"}"
    usual  = let.shape == "" ? "" : "${let.stem}/${let.shape}/${let.quotas[let.size]}-quota"
    half   = let.shape == "" ? "" : "${let.stem}/${let.shape}/${let.halves[let.size]}-quota"
  }

  cost "instance" {
    quantity = hours
    unit     = "hour"
    price    = let.third && let.shape != "" ? (priced(let.half) && !priced(let.usual) ? let.half : let.usual) : null
    hint     = "prices of bundles other than those of the third generation (…_3_0) are not in the catalogue"
  }

  cost "data transfer above the bundle" {
    when     = usage.monthly_data_transfer_overage_gb != null
    quantity = usage.monthly_data_transfer_overage_gb
    unit     = "GB"
    price    = "lightsail/transfer/overage"
  }

  cost "snapshots" {
    when     = usage.snapshot_storage_gb != null
    quantity = usage.snapshot_storage_gb
    unit     = "GB-month"
    price    = "lightsail/snapshot"
  }

  uses "instance" {
    gap = "the hardware behind a bundle is not published"
  }

  example "the small Linux bundle" {
    given   = { bundle_id = "small_3_0", blueprint_id = "amazon_linux_2023", availability_zone = "us-east-1a" }
    want    = { instance = 730 }
    monthly = "11.7676"
    prices  = { "lightsail/instance/linux/2vcpu-2gb-60gb/3tb-quota" = 0.01612 }
    source  = "aws.amazon.com/lightsail/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "Windows without IPv4, with snapshots and traffic" {
    given  = { bundle_id = "large_win_ipv6_3_0" }
    usage  = { snapshot_storage_gb = 160, monthly_data_transfer_overage_gb = 10 }
    want   = { instance = 730, snapshots = 160, "data transfer above the bundle" = 10 }
    prices = { "lightsail/instance-ipv6/windows/2vcpu-8gb-160gb/5tb-quota" = 0.09408 }
  }

  example "in Mumbai, where less transfer is included" {
    region = "ap-south-1"
    given  = { bundle_id = "medium_3_0" }
    want   = { instance = 730 }
    status = "priced"
  }

  example "an older bundle" {
    given  = { bundle_id = "nano_1_0" }
    want   = {}
    gaps   = ["instance"]
    status = "gap"
  }

  example "bundle known only after apply" {
    given  = { bundle_id = unknown }
    want   = {}
    gaps   = ["instance"]
    status = "gap"
  }
}
