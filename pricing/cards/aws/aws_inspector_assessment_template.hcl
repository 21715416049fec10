# Inspector Classic: assessments by the machine and run, in steps; with an agent at
# one rate, of what the network lets through without one at a lower rate.
resource "aws_inspector_assessment_template" {
  usage "monthly_agent_assessments" {
    unit        = "assessments"
    description = "machines with an agent assessed a month, times runs"
  }
  usage "monthly_network_assessments" {
    unit        = "assessments"
    default     = null
    description = "machines assessed a month for what the network lets through, times runs"
  }

  cost "with an agent" {
    quantity = usage.monthly_agent_assessments
    unit     = "assessment"
    price    = "inspector-classic/agent"
  }
  cost "network" {
    when     = usage.monthly_network_assessments != null
    quantity = usage.monthly_network_assessments
    unit     = "assessment"
    price    = "inspector-classic/network"
  }

  uses "assessment" {
    gap = "no source gives the energy of an assessment"
  }

  example "a hundred machines, four times" {
    given   = { duration = 3600 }
    usage   = { monthly_agent_assessments = 400, monthly_network_assessments = 100 }
    want    = { "with an agent" = 400, network = 100 }
    monthly = "127.50" # 250 x 0.30 + 150 x 0.25 + 100 x 0.15
    prices  = { "inspector-classic/agent" = 0.30, "inspector-classic/network" = 0.15 }
    source  = "aws.amazon.com/inspector/pricing (Classic), us-east-1, 2025-01"
    status  = "priced"
  }

  example "use not given" {
    given  = { duration = unknown }
    want   = {}
    unused = ["with an agent"]
    status = "usage"
  }
}
