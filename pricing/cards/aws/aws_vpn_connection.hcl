# A site-to-site VPN: hours of the connection, and of the public IPv4 address of
# each of its two tunnels, unless they are private. On a transit gateway the
# attachment and the data through it are billed as well. Acceleration adds a
# fee that is not in the catalogue; data out is data transfer.
resource "aws_vpn_connection" {
  assume "enable_acceleration" {
    value = false
    why   = "not accelerated, the default"
  }
  assume "outside_ip_address_type" {
    value = "PublicIpv4"
    why   = "public addresses, the default"
  }

  ref "gateway" {
    path  = "transit_gateway_id"
    types = ["aws_ec2_transit_gateway"]
  }

  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data through the transit gateway a month"
  }

  let {
    transit = refs.gateway != null ? true : coalesce(self.transit_gateway_id, "") != ""
  }

  cost "connection" {
    quantity = hours
    unit     = "hour"
    price    = "vpn/site-to-site/hour"
  }

  cost "public IPv4 addresses" {
    when     = lower(coalesce(self.outside_ip_address_type, "PublicIpv4")) == "publicipv4"
    quantity = 2 * hours
    unit     = "hour"
    price    = "vpc/public-ipv4/in-use"
  }

  cost "transit gateway attachment" {
    when     = let.transit
    quantity = hours
    unit     = "hour"
    price    = "tgw/vpn-attachment/hour"
  }

  cost "data processed" {
    when     = let.transit
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "tgw/vpn-attachment/data"
  }

  cost "acceleration" {
    when     = coalesce(self.enable_acceleration, false)
    quantity = hours
    unit     = "hour"
    price    = "vpn/accelerated-site-to-site/hour"
  }

  uses "connection" {
    gap = "no source gives the energy of a VPN connection"
  }

  example "on a virtual private gateway" {
    given   = { type = "ipsec.1", vpn_gateway_id = unknown }
    want    = { connection = 730, "public IPv4 addresses" = 1460 }
    monthly = "43.80" # 730 x (0.05 + 2 x 0.005)
    prices  = { "vpn/site-to-site/hour" = 0.05, "vpc/public-ipv4/in-use" = 0.005 }
    source  = "aws.amazon.com/vpn/pricing and aws.amazon.com/vpc/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "on a transit gateway made by the same plan" {
    given   = { type = "ipsec.1", transit_gateway_id = unknown }
    refs    = { gateway = { id = unknown } }
    usage   = { monthly_data_processed_gb = 100 }
    want    = { connection = 730, "public IPv4 addresses" = 1460, "transit gateway attachment" = 730, "data processed" = 100 }
    monthly = "82.30"
    prices  = { "vpn/site-to-site/hour" = 0.05, "tgw/vpn-attachment/hour" = 0.05, "tgw/vpn-attachment/data" = 0.02, "vpc/public-ipv4/in-use" = 0.005 }
    source  = "aws.amazon.com/vpn/pricing, aws.amazon.com/vpc/pricing and aws.amazon.com/transit-gateway/pricing, us-east-1, 2025-11"
  }

  example "accelerated, on a transit gateway of another plan" {
    given  = { type = "ipsec.1", transit_gateway_id = "tgw-0123", enable_acceleration = true }
    want   = { connection = 730, "public IPv4 addresses" = 1460, "transit gateway attachment" = 730 }
    unused = ["data processed"]
    gaps   = ["acceleration"]
    status = "partial"
  }

  example "as a plan shows it, by private addresses over Direct Connect" {
    given   = { type = "ipsec.1", transit_gateway_id = "tgw-0123", enable_acceleration = unknown, outside_ip_address_type = "PrivateIpv4" }
    omitted = ["enable_acceleration"]
    want    = { connection = 730, "transit gateway attachment" = 730 }
    unused  = ["data processed"]
  }

  example "transit gateway known only after apply" {
    given  = { type = "ipsec.1", transit_gateway_id = unknown }
    usage  = { monthly_data_processed_gb = 0 }
    want   = { connection = 730, "public IPv4 addresses" = 1460 }
    gaps   = ["transit gateway attachment", "data processed"]
    status = "partial"
  }
}
