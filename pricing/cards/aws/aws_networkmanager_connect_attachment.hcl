# A Connect attachment of Cloud WAN: hours of it in its region. It rides on
# another attachment, which is billed itself.
resource "aws_networkmanager_connect_attachment" {
  cost "attachment" {
    quantity = hours
    unit     = "hour"
    price    = "cloudwan/connect-attachment/hour"
    region   = self.edge_location
  }

  uses "attachment" {
    gap = "no source gives the energy of an attachment"
  }

  example "in Virginia" {
    given   = { edge_location = "us-east-1" }
    want    = { attachment = 730 }
    monthly = "47.45"
    prices  = { "cloudwan/connect-attachment/hour" = 0.065 }
    source  = "aws.amazon.com/cloud-wan/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "region known only after apply" {
    given  = { edge_location = unknown }
    want   = {}
    gaps   = ["attachment"]
    status = "gap"
  }
}
