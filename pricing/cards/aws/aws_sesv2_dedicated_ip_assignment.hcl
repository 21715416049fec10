# An address for one's own mail, by the month, in a pool or not.
resource "aws_sesv2_dedicated_ip_assignment" {
  cost "address" {
    quantity = 1
    unit     = "month"
    price    = "ses/dedicated-ip"
  }

  uses "address" {
    gap = "no source gives the energy of an address"
  }

  example "one address" {
    given   = { ip = "192.0.2.1", destination_pool_name = "news" }
    want    = { address = 1 }
    monthly = "24.95"
    prices  = { "ses/dedicated-ip" = 24.95 }
    source  = "aws.amazon.com/ses/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "address known only after apply" {
    given  = { ip = unknown }
    want   = { address = 1 }
    status = "priced"
  }
}
