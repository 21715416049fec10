# A rule of Contributor Insights: a month of it while it is on, and the log
# events that match it. The first rule and million events of an account are free
# and not deducted here.
resource "aws_cloudwatch_contributor_insight_rule" {
  assume "rule_state" {
    value = "ENABLED"
    why   = "on, the provider's default"
  }

  usage "monthly_matched_events" {
    unit        = "events"
    description = "log events a month that match the rule"
  }

  let {
    on = upper(coalesce(self.rule_state, "ENABLED")) == "ENABLED"
  }

  cost "rule" {
    when     = let.on
    quantity = 1
    unit     = "rule-month"
    price    = "cloudwatch/contributor-insights-rule"
  }

  cost "matched events" {
    when     = let.on
    quantity = usage.monthly_matched_events / 1000000
    unit     = "1M-events"
    price    = "cloudwatch/contributor-insights/log-events"
  }

  uses "rule" {
    when = let.on
    gap  = "no source gives the energy of a rule"
  }

  example "on" {
    given   = { rule_state = unknown }
    omitted = ["rule_state"]
    usage   = { monthly_matched_events = 100000000 }
    want    = { rule = 1, "matched events" = 100 }
    monthly = "2.50"
    prices  = { "cloudwatch/contributor-insights-rule" = 0.50, "cloudwatch/contributor-insights/log-events" = 0.02 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "off" {
    given  = { rule_state = "DISABLED" }
    want   = {}
    status = "free"
  }

  example "state known only after apply" {
    given  = { rule_state = unknown }
    want   = {}
    gaps   = ["rule", "matched events"]
    status = "gap"
  }
}
