# A dedicated host: hours of it by family, whatever runs on it; instances on it
# cost nothing themselves. Prices are known of two families in one region, from
# totals of examples.
resource "aws_ec2_host" {
  let {
    family = lower(coalesce(self.instance_family, split(".", coalesce(self.instance_type, "."))[0]))
  }

  cost "host" {
    quantity = hours
    unit     = "hour"
    price    = "component/aws_ec2_host/ec2-dedicated-host-on-demand-${let.family}"
  }

  uses "host" {
    gap = "the machine behind a host is not looked up"
  }

  example "c5" {
    given   = { availability_zone = "us-east-1a", instance_family = "c5" }
    want    = { host = 730 }
    monthly = "2457.18"
    prices  = { "component/aws_ec2_host/ec2-dedicated-host-on-demand-c5" = 3.366 }
    source  = "totals of examples, us-east-1, 2024-07"
    status  = "priced"
  }

  example "by type, a Mac" {
    given  = { availability_zone = "us-east-1a", instance_type = "mac1.metal" }
    want   = { host = 730 }
    status = "priced"
  }

  example "a family without a known price" {
    given  = { availability_zone = "us-east-1a", instance_type = "r7i.large" }
    want   = {}
    gaps   = ["host"]
    status = "gap"
  }

  example "type known only after apply" {
    given  = { availability_zone = "us-east-1a", instance_type = unknown }
    want   = {}
    gaps   = ["host"]
    status = "gap"
  }
}
