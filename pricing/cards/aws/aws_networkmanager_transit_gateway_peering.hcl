# A transit gateway joined to Cloud WAN: hours of the peering in the region of
# the gateway, which a plan shows where the gateway exists already; else say it.
resource "aws_networkmanager_transit_gateway_peering" {
  usage "edge_location" {
    unit        = "region"
    kind        = "text"
    default     = null
    description = "region of the peering, where the plan does not show it"
  }

  let {
    place = usage.edge_location == null ? split(":", self.transit_gateway_arn)[3] : usage.edge_location
  }

  cost "peering" {
    quantity = hours
    unit     = "hour"
    price    = "cloudwan/tgw-peering/hour"
    region   = let.place
  }

  uses "peering" {
    gap = "no source gives the energy of a peering"
  }

  example "a gateway that exists" {
    given   = { transit_gateway_arn = "arn:aws:ec2:us-east-1:1:transit-gateway/tgw-1" }
    want    = { peering = 730 }
    monthly = "47.45"
    prices  = { "cloudwan/tgw-peering/hour" = 0.065 }
    source  = "aws.amazon.com/cloud-wan/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "region known only after apply" {
    given  = { transit_gateway_arn = unknown }
    want   = {}
    gaps   = ["peering"]
    status = "gap"
  }
}
