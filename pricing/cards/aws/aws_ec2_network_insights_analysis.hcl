# An analysis of reachability: a fee each time it is run.
resource "aws_ec2_network_insights_analysis" {
  usage "monthly_analyses" {
    unit        = "analyses"
    description = "times it is run a month"
  }

  cost "analyses" {
    quantity = usage.monthly_analyses
    unit     = "each"
    price    = "vpc/reachability-analysis"
  }

  uses "analyses" {
    gap = "no source gives the energy of an analysis"
  }

  example "ten" {
    given   = { network_insights_path_id = unknown }
    usage   = { monthly_analyses = 10 }
    want    = { "analyses" = 10 }
    monthly = "1.00"
    prices  = { "vpc/reachability-analysis" = 0.10 }
    source  = "aws.amazon.com/vpc/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { network_insights_path_id = "x" }
    want   = {}
    unused = ["analyses"]
    status = "usage"
  }
}
