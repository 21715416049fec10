# Traffic mirrored from one network interface: hours of the session. Mirrored
# data is billed as any other, where it crosses zones or a balancer.
resource "aws_ec2_traffic_mirror_session" {
  cost "session" {
    quantity = hours
    unit     = "hour"
    price    = "vpc/traffic-mirroring"
  }

  uses "session" {
    gap = "no source gives the energy of mirrored traffic"
  }

  example "one interface" {
    given   = { network_interface_id = "eni-1", session_number = 1 }
    want    = { session = 730 }
    monthly = "10.95"
    prices  = { "vpc/traffic-mirroring" = 0.015 }
    source  = "aws.amazon.com/vpc/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "interface known only after apply" {
    given  = { network_interface_id = unknown }
    want   = { session = 730 }
    status = "priced"
  }
}
