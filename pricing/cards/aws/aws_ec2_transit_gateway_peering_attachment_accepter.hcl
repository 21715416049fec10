# The accepting side of two transit gateways joined: hours of its attachment, in
# its own region.
resource "aws_ec2_transit_gateway_peering_attachment_accepter" {
  part "" {
    card  = "aws_ec2_transit_gateway_peering_attachment"
    given = {}
  }

  example "accepted" {
    given   = { transit_gateway_attachment_id = unknown }
    want    = { attachment = 730 }
    monthly = "36.50"
    prices  = { "tgw/peering-attachment/hour" = 0.05 }
    source  = "aws.amazon.com/transit-gateway/pricing, us-east-1, 2025-11"
    status  = "priced"
  }
}
