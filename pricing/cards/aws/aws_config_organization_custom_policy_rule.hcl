# A rule in every account of the organization: evaluations in all of them, at the
# price of aws_config_config_rule. The steps are each account's own, so the dearest
# one is what a small account pays.
resource "aws_config_organization_custom_policy_rule" {
  usage "monthly_rule_evaluations" {
    unit        = "evaluations"
    description = "evaluations a month in all accounts together"
  }

  part "" {
    card  = "aws_config_config_rule"
    given = {}
    usage = { monthly_rule_evaluations = usage.monthly_rule_evaluations }
  }

  example "ten accounts" {
    given   = { name = "encrypted-volumes" }
    usage   = { monthly_rule_evaluations = 50000 }
    want    = { evaluations = 50000 }
    monthly = "50.00"
    prices  = { "config/rule-evaluation" = 0.001 }
    source  = "aws.amazon.com/config/pricing, us-east-1, 2025-09"
    status  = "priced"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["evaluations"]
    status = "usage"
  }
}
