# A Lightsail container service: hours of its power for every node of its
# scale, whether containers are deployed or not; a disabled service is free.
resource "aws_lightsail_container_service" {
  usage "monthly_data_transfer_overage_gb" {
    unit        = "GB"
    default     = null
    description = "data out a month above what the service includes"
  }

  let {
    on = !coalesce(self.is_disabled, false)
  }

  cost "nodes" {
    when     = let.on
    quantity = self.scale * hours
    unit     = "hour"
    price    = "lightsail/container/${lower(self.power)}"
  }

  cost "data transfer above the bundle" {
    when     = let.on && usage.monthly_data_transfer_overage_gb != null
    quantity = usage.monthly_data_transfer_overage_gb
    unit     = "GB"
    price    = "lightsail/transfer/overage"
  }

  uses "nodes" {
    when = let.on
    gap  = "the hardware behind a bundle is not published"
  }

  example "two small nodes" {
    given   = { power = "small", scale = 2 }
    want    = { nodes = 1460 }
    monthly = "29.4354834"
    prices  = { "lightsail/container/small" = 0.02016129 }
    source  = "aws.amazon.com/lightsail/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "disabled" {
    given  = { power = "micro", scale = 1, is_disabled = true }
    want   = {}
    status = "free"
  }

  example "scale known only after apply" {
    given  = { power = "nano", scale = unknown }
    usage  = { monthly_data_transfer_overage_gb = 10 }
    want   = { "data transfer above the bundle" = 10 }
    gaps   = ["nodes"]
    status = "partial"
  }
}
