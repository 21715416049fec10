# A Connect attachment of a transit gateway: hours of it. It rides on a network
# or Direct Connect attachment, which is billed itself, with the data it sends.
resource "aws_ec2_transit_gateway_connect" {
  cost "attachment" {
    quantity = hours
    unit     = "hour"
    price    = "tgw/connect-attachment/hour"
  }

  uses "attachment" {
    gap = "no source gives the energy of a transit gateway"
  }

  example "on an attachment known only after apply" {
    given   = { transport_attachment_id = unknown, transit_gateway_id = unknown }
    want    = { attachment = 730 }
    monthly = "36.50"
    prices  = { "tgw/connect-attachment/hour" = 0.05 }
    source  = "aws.amazon.com/transit-gateway/pricing, us-east-1, 2025-11"
    status  = "priced"
  }
}
