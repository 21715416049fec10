# A pack in every account of the organization: evaluations in all of them, at the
# price of aws_config_conformance_pack. The steps are each account's own.
resource "aws_config_organization_conformance_pack" {
  usage "monthly_rule_evaluations" {
    unit        = "evaluations"
    description = "evaluations a month of all rules of the pack in all accounts together"
  }

  part "" {
    card  = "aws_config_conformance_pack"
    given = {}
    usage = { monthly_rule_evaluations = usage.monthly_rule_evaluations }
  }

  example "ten accounts" {
    given   = { name = "baseline" }
    usage   = { monthly_rule_evaluations = 50000 }
    want    = { evaluations = 50000 }
    monthly = "50.00"
    prices  = { "config/conformance-pack-rules" = 0.001 }
    source  = "aws.amazon.com/config/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["evaluations"]
    status = "usage"
  }
}
