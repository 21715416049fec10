# Hours of each resource watched, and pairs of city and network seen beyond the
# hundred that are included for an account, of which max_city_networks_to_monitor
# is the most there can be. An inactive monitor is free.
resource "aws_internetmonitor_monitor" {
  assume "resources" {
    value = []
    why   = "nothing is watched"
  }
  assume "status" {
    value = "ACTIVE"
    why   = "active, the provider's default"
  }

  usage "city_networks" {
    unit        = "city-networks"
    description = "pairs of city and network watched beyond the hundred that are included, on average"
  }

  let {
    on = upper(coalesce(self.status, "ACTIVE")) == "ACTIVE"
  }

  cost "resources" {
    when     = let.on
    quantity = length(coalesce(self.resources, [])) * hours
    unit     = "hour"
    price    = "cloudwatch/internet-monitor/resource"
  }
  cost "city-networks" {
    when     = let.on
    quantity = usage.city_networks * hours / 10000
    unit     = "10k-city-networks-hour"
    price    = "cloudwatch/internet-monitor/city-networks"
  }

  uses "monitor" {
    when = let.on
    gap  = "no source gives the energy of a monitor"
  }

  example "one distribution, a thousand city-networks more" {
    given   = { resources = ["arn:aws:cloudfront::123456789012:distribution/E1"], status = unknown }
    omitted = ["status"]
    usage   = { city_networks = 1000 }
    want    = { resources = 730, "city-networks" = 73 }
    monthly = "61.32"
    prices  = { "cloudwatch/internet-monitor/resource" = 0.01, "cloudwatch/internet-monitor/city-networks" = 0.74 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "inactive" {
    given  = { status = "INACTIVE", resources = [unknown] }
    want   = {}
    status = "free"
  }

  example "resources known only after apply" {
    given  = { resources = unknown, status = "ACTIVE" }
    usage  = { city_networks = 0 }
    want   = { "city-networks" = 0 }
    gaps   = ["resources"]
    status = "partial"
  }
}
