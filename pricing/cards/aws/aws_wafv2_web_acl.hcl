# A web ACL: a month of it, a month of each rule (a rule group counts as one),
# and requests inspected. Rules in rule_json are not counted. Rules inside a rule group of one's own are billed too,
# those of a managed group are not. Bot control and fraud control add a fee.
#
# An ACL of more than 1,500 capacity units, and bodies beyond the first 16 KB,
# cost more by the request, which a plan does not show.
resource "aws_wafv2_web_acl" {
  assume "rule" {
    value = []
    why   = "no rule"
  }

  usage "monthly_requests" {
    unit        = "requests"
    description = "requests inspected a month"
  }
  usage "rules" {
    unit        = "rules"
    default     = null
    description = "rules of the ACL, where they are written as JSON"
  }
  usage "rule_group_rules" {
    unit        = "rules"
    default     = null
    description = "rules inside the rule groups of one's own"
  }
  usage "monthly_bot_control_requests" {
    unit        = "requests"
    default     = null
    description = "requests a month that bot control looks at"
  }

  let {
    rules   = first(self.rule, [])
    managed = [for r in let.rules : coalesce(get(r, "statement.managed_rule_group_statement.name"), "")]
    groups  = length([for r in let.rules : r if length(get(r, "statement.rule_group_reference_statement", [])) > 0])
    bots    = contains(let.managed, "AWSManagedRulesBotControlRuleSet")
    fraud   = length([for m in let.managed : m if contains(["AWSManagedRulesATPRuleSet", "AWSManagedRulesACFPRuleSet"], m)])
  }

  cost "web ACL" {
    quantity = 1
    unit     = "acl-month"
    price    = "waf/web-acl"
  }

  cost "rules" {
    quantity = usage.rules != null ? usage.rules : (coalesce(self.rule_json, "") == "" ? length(let.rules) : null)
    unit     = "rule-month"
    price    = "waf/rule"
  }

  cost "rules in rule groups" {
    when     = let.groups > 0 || usage.rule_group_rules != null
    quantity = usage.rule_group_rules
    unit     = "rule-month"
    price    = "waf/rule"
  }

  cost "requests" {
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "waf/requests"
  }

  cost "bot control" {
    when     = let.bots
    quantity = 1
    unit     = "month"
    price    = "waf/bot-control"
  }

  cost "bot control requests" {
    when     = let.bots
    quantity = usage.monthly_bot_control_requests == null ? null : usage.monthly_bot_control_requests / 1000000
    unit     = "1M-requests"
    price    = "waf/bot-control-requests"
  }

  cost "fraud control" {
    when     = let.fraud > 0
    quantity = let.fraud
    unit     = "month"
    price    = "waf/fraud-control"
  }

  uses "firewall" {
    gap = "no source gives the energy of a web firewall"
  }

  example "two rules and a managed group" {
    given = {
      scope = "REGIONAL"
      rule = [
        { name = "rate", statement = [{ rate_based_statement = [{ limit = 2000 }] }] },
        { name = "geo", statement = [{ geo_match_statement = [{ country_codes = ["US"] }] }] },
        { name = "common", statement = [{ managed_rule_group_statement = [{ name = "AWSManagedRulesCommonRuleSet", vendor_name = "AWS" }] }] },
      ]
    }
    usage   = { monthly_requests = 10000000 }
    want    = { "web ACL" = 1, rules = 3, requests = 10 }
    monthly = "14.00"
    prices  = { "waf/web-acl" = 5, "waf/rule" = 1, "waf/requests" = 0.60 }
    source  = "aws.amazon.com/waf/pricing, us-east-1, 2025-10"
    status  = "priced"
  }

  example "rules written as JSON are not counted unless said" {
    given  = { rule_json = "[]" }
    usage  = { monthly_requests = 0 }
    want   = { "web ACL" = 1, requests = 0 }
    unused = ["rules"]
    status = "partial"
  }

  example "rules written as JSON, and said" {
    given = { rule_json = "[]" }
    usage = { monthly_requests = 0, rules = 4 }
    want  = { "web ACL" = 1, rules = 4, requests = 0 }
  }

  example "a rule group of one's own" {
    given  = { rule = [{ name = "own", statement = [{ rule_group_reference_statement = [{ arn = unknown }] }] }] }
    want   = { "web ACL" = 1, rules = 1 }
    unused = ["rules in rule groups", "requests"]
    status = "partial"
  }

  example "bot control, and fraud control at the login" {
    given = {
      rule = [
        { name = "bots", statement = [{ managed_rule_group_statement = [{ name = "AWSManagedRulesBotControlRuleSet" }] }] },
        { name = "login", statement = [{ managed_rule_group_statement = [{ name = "AWSManagedRulesATPRuleSet" }] }] },
      ]
    }
    usage   = { monthly_requests = 20000000, monthly_bot_control_requests = 12000000 }
    want    = { "web ACL" = 1, rules = 2, requests = 20, "bot control" = 1, "bot control requests" = 12, "fraud control" = 1 }
    monthly = "41.00"
    prices = {
      "waf/web-acl"              = 5
      "waf/rule"                 = 1
      "waf/requests"             = 0.60
      "waf/bot-control"          = 10
      "waf/bot-control-requests" = 1
      "waf/fraud-control"        = 10
    }
    source = "aws.amazon.com/waf/pricing: ten million requests come with bot control, us-east-1, 2025-06"
  }

  example "no rule" {
    given  = { rule = [] }
    want   = { "web ACL" = 1 }
    unused = ["requests"]
  }

  example "rules known only after apply" {
    given  = { rule = unknown }
    usage  = { monthly_requests = 0 }
    want   = { "web ACL" = 1, requests = 0 }
    gaps   = ["rules", "rules in rule groups", "bot control", "bot control requests", "fraud control"]
    status = "partial"
  }
}
