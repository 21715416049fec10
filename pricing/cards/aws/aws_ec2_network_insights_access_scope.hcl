# A network access scope: a fee for every interface looked at, each time it is
# analysed.
resource "aws_ec2_network_insights_access_scope" {
  usage "monthly_interfaces_analysed" {
    unit        = "interfaces"
    description = "interfaces looked at a month, each analysis counted"
  }

  cost "interfaces" {
    quantity = usage.monthly_interfaces_analysed
    unit     = "each"
    price    = "vpc/access-analysis-eni"
  }

  uses "interfaces" {
    gap = "no source gives the energy of an analysis"
  }

  example "500" {
    given   = { id = unknown }
    usage   = { monthly_interfaces_analysed = 500 }
    want    = { "interfaces" = 500 }
    monthly = "1.00"
    prices  = { "vpc/access-analysis-eni" = 0.002 }
    source  = "aws.amazon.com/vpc/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { id = "x" }
    want   = {}
    unused = ["interfaces"]
    status = "usage"
  }
}
