# A subnet associated with a Client VPN endpoint: hours of the association,
# whether anybody is connected or not. Connections are billed with the endpoint.
resource "aws_ec2_client_vpn_network_association" {
  cost "association" {
    quantity = hours
    unit     = "hour"
    price    = "vpn/client/endpoint"
  }

  uses "association" {
    gap = "no source gives the energy of a VPN endpoint"
  }

  example "one subnet" {
    given   = { client_vpn_endpoint_id = unknown, subnet_id = "subnet-1" }
    want    = { association = 730 }
    monthly = "73.00"
    prices  = { "vpn/client/endpoint" = 0.10 }
    source  = "aws.amazon.com/vpn/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "everything known only after apply" {
    given  = { client_vpn_endpoint_id = unknown, subnet_id = unknown }
    want   = { association = 730 }
    status = "priced"
  }
}
