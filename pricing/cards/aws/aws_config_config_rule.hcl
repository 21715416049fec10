# Evaluations of the rule, in steps. A function that a rule of one's own calls
# and the recording of what it looks at are billed themselves.
resource "aws_config_config_rule" {
  usage "monthly_rule_evaluations" {
    unit        = "evaluations"
    description = "evaluations a month: one for each resource looked at, each time"
  }

  cost "evaluations" {
    quantity = usage.monthly_rule_evaluations
    unit     = "evaluation"
    price    = "config/rule-evaluation"
  }

  uses "rule" {
    gap = "no source gives the energy of a rule"
  }

  example "into the second step" {
    given   = { name = "encrypted-volumes" }
    usage   = { monthly_rule_evaluations = 150000 }
    want    = { evaluations = 150000 }
    monthly = "140.00" # 100,000 x 0.001 + 50,000 x 0.0008
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
