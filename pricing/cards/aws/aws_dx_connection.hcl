# A Direct Connect connection: hours of its port by speed, from when it is
# available or 90 days after it was asked for, traffic or not; cheaper in Japan.
# Hosted connections of partners have ports of their own. Data out is billed by
# region and location, at prices not known here; data in is free.
resource "aws_dx_connection" {
  usage "dx_connection_type" {
    values      = ["dedicated", "hosted"]
    default     = "dedicated"
    description = "whether the port is one's own or a partner's"
  }
  usage "monthly_outbound_data_gb" {
    unit        = "GB"
    default     = null
    description = "data sent to the location a month"
  }

  let {
    speed = lower(self.bandwidth)
    japan = contains(["ap-northeast-1", "ap-northeast-3"], region)
  }

  cost "port" {
    quantity = hours
    unit     = "hour"
    price    = "dx/port${let.japan ? "-japan" : ""}/${usage.dx_connection_type}/${let.speed}"
  }

  cost "data out" {
    when     = usage.monthly_outbound_data_gb != null
    quantity = usage.monthly_outbound_data_gb
    unit     = "GB"
    price    = null
    hint     = "data out is billed by region and location, at prices that are not in the catalogue"
  }

  uses "port" {
    gap = "no source gives the energy of a port"
  }

  example "10 Gbps" {
    given   = { bandwidth = "10Gbps", location = "EqDC2" }
    want    = { port = 730 }
    monthly = "1642.50"
    prices  = { "dx/port/dedicated/10gbps" = 2.25 }
    source  = "aws.amazon.com/directconnect/pricing, 2026-09"
    status  = "priced"
  }

  example "in Japan" {
    region  = "ap-northeast-1"
    given   = { bandwidth = "1Gbps", location = "EqTY2" }
    want    = { port = 730 }
    monthly = "208.05"
    prices  = { "dx/port-japan/dedicated/1gbps" = 0.285 }
    source  = "aws.amazon.com/directconnect/pricing, 2026-09"
  }

  example "hosted, with data out" {
    given  = { bandwidth = "500Mbps", location = "EqDC2" }
    usage  = { dx_connection_type = "hosted", monthly_outbound_data_gb = 100 }
    want   = { port = 730 }
    gaps   = ["data out"]
    prices = { "dx/port/hosted/500mbps" = 0.20 }
    status = "partial"
  }

  example "speed known only after apply" {
    given  = { bandwidth = unknown, location = "EqDC2" }
    want   = {}
    gaps   = ["port"]
    status = "gap"
  }
}
