# A custom routing accelerator: billed as a standard one.
resource "aws_globalaccelerator_custom_routing_accelerator" {
  assume "ip_addresses" {
    value = []
    why   = "addresses of AWS"
  }

  part "" {
    card  = "aws_globalaccelerator_accelerator"
    given = { ip_addresses = self.ip_addresses }
  }

  example "with addresses of AWS" {
    given   = { name = "a", ip_addresses = unknown }
    omitted = ["ip_addresses"]
    want    = { accelerator = 730, "public IPv4 addresses" = 1460 }
    monthly = "25.55"
    prices  = { "global-accelerator/accelerator" = 0.025, "vpc/public-ipv4/in-use" = 0.005 }
    source  = "aws.amazon.com/global-accelerator/pricing, 2026-09; aws.amazon.com/vpc/pricing, us-east-1, 2025-11"
    status  = "priced"
  }
}
