# Two transit gateways joined: each side pays hours of an attachment, this one
# in its own region; the other side's is the accepter's. Data over the peering
# is not processed for a fee, but is billed as transfer between regions.
resource "aws_ec2_transit_gateway_peering_attachment" {
  cost "attachment" {
    quantity = hours
    unit     = "hour"
    price    = "tgw/peering-attachment/hour"
  }

  uses "attachment" {
    gap = "no source gives the energy of a transit gateway"
  }

  example "to another region" {
    given   = { peer_region = "eu-west-1", peer_transit_gateway_id = "tgw-1", transit_gateway_id = unknown }
    want    = { attachment = 730 }
    monthly = "36.50"
    prices  = { "tgw/peering-attachment/hour" = 0.05 }
    source  = "aws.amazon.com/transit-gateway/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "everything known only after apply" {
    given  = { peer_region = unknown, transit_gateway_id = unknown }
    want   = { attachment = 730 }
    status = "priced"
  }
}
