# Criteria that rules evaluate: findings, times the criteria of each rule, by the
# million in steps. The first million of a month is the account's and not deducted.
resource "aws_securityhub_automation_rule" {
  assume "rule_status" {
    value = "ENABLED"
    why   = "on, the service's default"
  }

  usage "monthly_criteria" {
    unit        = "criteria"
    description = "criteria of this rule evaluated a month: findings times criteria"
  }

  cost "criteria" {
    when     = upper(coalesce(self.rule_status, "ENABLED")) == "ENABLED"
    quantity = usage.monthly_criteria / 1000000
    unit     = "1M-criteria"
    price    = "securityhub/automation-rules"
    whole    = true
  }

  uses "rule" {
    gap = "no source gives the energy of a rule"
  }

  example "fifty million" {
    given   = { rule_status = "ENABLED" }
    usage   = { monthly_criteria = 50000000 }
    want    = { criteria = 50 }
    monthly = "5.00"
    prices  = { "securityhub/automation-rules" = 0.10 }
    source  = "aws.amazon.com/security-hub/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "off" {
    given  = { rule_status = "DISABLED" }
    want   = {}
    status = "free"
  }

  example "status known only after apply" {
    given  = { rule_status = unknown }
    usage  = { monthly_criteria = 1000000 }
    want   = {}
    gaps   = ["criteria"]
    status = "gap"
  }
}
