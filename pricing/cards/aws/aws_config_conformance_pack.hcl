# Evaluations of the rules of a pack, in steps, like those of single rules.
resource "aws_config_conformance_pack" {
  usage "monthly_rule_evaluations" {
    unit        = "evaluations"
    description = "evaluations a month of all rules of the pack"
  }

  cost "evaluations" {
    quantity = usage.monthly_rule_evaluations
    unit     = "evaluation"
    price    = "config/conformance-pack-rules"
  }

  uses "pack" {
    gap = "no source gives the energy of a rule"
  }

  example "into the third step" {
    given   = { name = "baseline" }
    usage   = { monthly_rule_evaluations = 600000 }
    want    = { evaluations = 600000 }
    monthly = "470.00" # 100,000 x 0.001 + 400,000 x 0.0008 + 100,000 x 0.0005
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
