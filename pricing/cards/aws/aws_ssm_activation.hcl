# Machines outside AWS under Systems Manager: free in the standard tier of an
# account, by the hour of each in the advanced tier, which more than a thousand
# need.
resource "aws_ssm_activation" {
  usage "instance_tier" {
    values      = ["standard", "advanced"]
    default     = "standard"
    description = "tier of the account in this region: standard or advanced"
  }
  usage "instances" {
    unit        = "machines"
    description = "machines registered with the activation, on average over the month"
  }

  cost "machines, advanced tier" {
    when     = lower(usage.instance_tier) == "advanced"
    quantity = usage.instances * hours
    unit     = "hour"
    price    = "ssm/on-prem-advanced-instance"
  }

  uses "machines" {
    gap = "the machines stand outside AWS"
  }

  example "a hundred machines, advanced" {
    given   = { registration_limit = 100 }
    usage   = { instance_tier = "advanced", instances = 100 }
    want    = { "machines, advanced tier" = 73000 }
    monthly = "507.35"
    prices  = { "ssm/on-prem-advanced-instance" = 0.00695 }
    source  = "aws.amazon.com/systems-manager/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "standard" {
    given  = { registration_limit = 100 }
    want   = {}
    status = "free"
  }

  example "advanced, machines not said" {
    given  = { registration_limit = unknown }
    usage  = { instance_tier = "advanced" }
    want   = {}
    unused = ["machines, advanced tier"]
    status = "usage"
  }
}
