# A Client VPN endpoint: hours that clients are connected. The endpoint itself
# is free until a subnet is associated, which is billed by the association.
resource "aws_ec2_client_vpn_endpoint" {
  usage "monthly_connection_hrs" {
    unit        = "hours"
    description = "hours a month of all clients together"
  }

  cost "connections" {
    quantity = usage.monthly_connection_hrs
    unit     = "hour"
    price    = "vpn/client/connection"
  }

  uses "endpoint" {
    gap = "no source gives the energy of a VPN endpoint"
  }

  example "ten people for 160 hours" {
    given   = { client_cidr_block = "10.0.0.0/16" }
    usage   = { monthly_connection_hrs = 1600 }
    want    = { connections = 1600 }
    monthly = "80.00"
    prices  = { "vpn/client/connection" = 0.05 }
    source  = "aws.amazon.com/vpn/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "use not given" {
    given  = { client_cidr_block = unknown }
    want   = {}
    unused = ["connections"]
    status = "usage"
  }
}
