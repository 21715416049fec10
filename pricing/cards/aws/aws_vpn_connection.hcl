# A site-to-site VPN: hours of the connection. On a transit gateway the
# attachment and the data through it are billed as well. Acceleration adds a
# fee that is not in the catalogue; data out is data transfer.
resource "aws_vpn_connection" {
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
    want    = { connection = 730 }
    monthly = "36.50"
    prices  = { "vpn/site-to-site/hour" = 0.05 }
    source  = "aws.amazon.com/vpn/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "on a transit gateway made by the same plan" {
    given   = { type = "ipsec.1", transit_gateway_id = unknown }
    refs    = { gateway = { id = unknown } }
    usage   = { monthly_data_processed_gb = 100 }
    want    = { connection = 730, "transit gateway attachment" = 730, "data processed" = 100 }
    monthly = "75.00"
    prices  = { "vpn/site-to-site/hour" = 0.05, "tgw/vpn-attachment/hour" = 0.05, "tgw/vpn-attachment/data" = 0.02 }
    source  = "aws.amazon.com/vpn/pricing and aws.amazon.com/transit-gateway/pricing, us-east-1, 2025-11"
  }

  example "accelerated, on a transit gateway of another plan" {
    given  = { type = "ipsec.1", transit_gateway_id = "tgw-0123", enable_acceleration = true }
    want   = { connection = 730, "transit gateway attachment" = 730 }
    unused = ["data processed"]
    gaps   = ["acceleration"]
    status = "partial"
  }

  example "transit gateway known only after apply" {
    given  = { type = "ipsec.1", transit_gateway_id = unknown }
    usage  = { monthly_data_processed_gb = 0 }
    want   = { connection = 730 }
    gaps   = ["transit gateway attachment", "data processed"]
    status = "partial"
  }
}
