# A gateway joined to a Direct Connect gateway. With a transit gateway: hours of
# its attachment and gigabytes through it. With a virtual private gateway it is
# free, traffic aside.
resource "aws_dx_gateway_association" {
  ref "transit" {
    path  = "associated_gateway_id"
    types = ["aws_ec2_transit_gateway"]
  }
  ref "virtual" {
    path  = "associated_gateway_id"
    types = ["aws_vpn_gateway"]
  }

  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data through the transit gateway a month"
  }

  let {
    billed = refs.transit != null ? true : (refs.virtual != null ? false : startswith(self.associated_gateway_id, "tgw-"))
  }

  cost "attachment" {
    when     = let.billed
    quantity = hours
    unit     = "hour"
    price    = "tgw/dx-attachment/hour"
  }

  cost "data processed" {
    when     = let.billed
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "tgw/dx-attachment/data"
  }

  uses "attachment" {
    when = let.billed
    gap  = "no source gives the energy of a transit gateway"
  }

  example "a transit gateway of the same plan" {
    given   = { associated_gateway_id = unknown }
    refs    = { transit = { id = unknown } }
    usage   = { monthly_data_processed_gb = 100 }
    want    = { attachment = 730, "data processed" = 100 }
    monthly = "38.50"
    prices  = { "tgw/dx-attachment/hour" = 0.05, "tgw/dx-attachment/data" = 0.02 }
    source  = "aws.amazon.com/transit-gateway/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "a transit gateway of another plan, traffic not given" {
    given  = { associated_gateway_id = "tgw-0123" }
    want   = { attachment = 730 }
    unused = ["data processed"]
    status = "partial"
  }

  example "a virtual private gateway" {
    given  = { associated_gateway_id = unknown }
    refs   = { virtual = { id = unknown } }
    want   = {}
    status = "free"
  }

  example "gateway of another account, known only after apply" {
    given  = { associated_gateway_id = unknown }
    usage  = { monthly_data_processed_gb = 1 }
    want   = {}
    gaps   = ["attachment", "data processed"]
    status = "gap"
  }
}
