# An accelerator: hours of it until it is deleted, enabled or not, and hours of
# its two public IPv4 addresses unless they are brought along. Data through it
# is billed with the endpoint groups.
resource "aws_globalaccelerator_accelerator" {
  assume "ip_addresses" {
    value = []
    why   = "addresses of AWS"
  }

  cost "accelerator" {
    quantity = hours
    unit     = "hour"
    price    = "global-accelerator/accelerator"
  }

  # The price of an address is the same in every region.
  cost "public IPv4 addresses" {
    when     = length(self.ip_addresses) < 2
    quantity = (2 - length(self.ip_addresses)) * hours
    unit     = "hour"
    price    = "vpc/public-ipv4/in-use"
    region   = "us-east-1"
  }

  uses "accelerator" {
    gap = "no source gives the energy of an accelerator"
  }

  example "with addresses of AWS" {
    given   = { name = "a", enabled = true, ip_addresses = unknown }
    omitted = ["ip_addresses"]
    want    = { accelerator = 730, "public IPv4 addresses" = 1460 }
    monthly = "25.55"
    prices  = { "global-accelerator/accelerator" = 0.025, "vpc/public-ipv4/in-use" = 0.005 }
    source  = "aws.amazon.com/global-accelerator/pricing, 2026-09; aws.amazon.com/vpc/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "with addresses brought along" {
    given  = { name = "a", ip_addresses = ["192.0.2.1", "192.0.2.2"] }
    want   = { accelerator = 730 }
    status = "priced"
  }

  example "addresses known only after apply" {
    given  = { name = "a", ip_addresses = unknown }
    want   = { accelerator = 730 }
    gaps   = ["public IPv4 addresses"]
    status = "partial"
  }
}
