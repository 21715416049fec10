# A NAT gateway: hours and every gigabyte that goes through it, private ones
# too. One per count or for_each, so that three zones cost three.
#
# A regional gateway is billed for each zone it is in: those it lists, or, in
# automatic mode, those the network turns out to have. The public address is
# billed apart, by aws_eip.
resource "aws_nat_gateway" {
  assume "availability_mode" {
    value = "zonal"
    why   = "zonal, the default of the API"
  }
  assume "availability_zone_address" {
    why = "not configured"
  }

  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data through the gateway a month, both directions"
  }
  usage "availability_zones" {
    unit        = "zones"
    description = "zones a regional gateway in automatic mode is in"
  }

  let {
    regional = lower(coalesce(self.availability_mode, "zonal")) == "regional"
    listed   = length(self.availability_zone_address)
    followed = let.regional && let.listed == 0
  }

  cost "gateway" {
    when     = !let.followed
    quantity = (let.regional ? let.listed : 1) * hours
    unit     = "hour"
    price    = "vpc/nat-gateway/hour"
  }

  cost "gateway in each zone" {
    when     = let.followed
    quantity = usage.availability_zones * hours
    unit     = "hour"
    price    = "vpc/nat-gateway/hour"
  }

  cost "data processed" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "vpc/nat-gateway/data"
  }

  uses "gateway" {
    gap = "no source gives the energy of a NAT gateway"
  }

  example "public" {
    given   = { connectivity_type = "public" }
    usage   = { monthly_data_processed_gb = 100 }
    want    = { gateway = 730, "data processed" = 100 }
    monthly = "37.35"
    prices  = { "vpc/nat-gateway/hour" = 0.045, "vpc/nat-gateway/data" = 0.045 }
    source  = "aws.amazon.com/vpc/pricing, us-east-1, 2025-10"
  }

  example "private costs the same, traffic not given" {
    given  = { connectivity_type = "private" }
    want   = { gateway = 730 }
    unused = ["data processed"]
    status = "partial"
  }

  example "no traffic at all is a known zero" {
    given  = {}
    usage  = { monthly_data_processed_gb = 0 }
    want   = { gateway = 730, "data processed" = 0 }
    status = "priced"
  }

  example "regional in two listed zones" {
    given  = { availability_mode = "regional", availability_zone_address = [{ availability_zone = "us-east-1a" }, { availability_zone = "us-east-1b" }] }
    want   = { gateway = 1460 }
    unused = ["data processed"]
  }

  example "regional in automatic mode" {
    given  = { availability_mode = "regional" }
    want   = {}
    unused = ["gateway in each zone", "data processed"]
    status = "usage"
  }

  example "mode known only after apply" {
    given   = { availability_mode = unknown, availability_zone_address = unknown }
    omitted = ["availability_zone_address"]
    want    = {}
    unused  = ["data processed"]
    gaps    = ["gateway", "gateway in each zone"]
  }

  example "mode left out" {
    given   = { availability_mode = unknown, availability_zone_address = unknown }
    omitted = ["availability_mode", "availability_zone_address"]
    want    = { gateway = 730 }
    unused  = ["data processed"]
  }
}
