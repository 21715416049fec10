# A web ACL of WAF Classic for load balancers: a month of it, a month of each rule
# (a rule group counts as one), and requests. Groups from the marketplace have
# fees of their own.
resource "aws_wafregional_web_acl" {
  assume "rule" {
    value = []
    why   = "no rule"
  }

  usage "monthly_requests" {
    unit        = "requests"
    description = "requests inspected a month"
  }

  cost "web ACL" {
    quantity = 1
    unit     = "acl-month"
    price    = "waf/web-acl"
  }
  cost "rules" {
    quantity = length(first(self.rule, []))
    unit     = "rule-month"
    price    = "waf/rule"
  }
  cost "requests" {
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "waf/requests"
  }

  uses "firewall" {
    gap = "no source gives the energy of a web firewall"
  }

  example "one rule" {
    given   = { rule = [{ priority = 1, rule_id = unknown }] }
    usage   = { monthly_requests = 10000000 }
    want    = { "web ACL" = 1, rules = 1, requests = 10 }
    monthly = "12.00"
    prices  = { "waf/web-acl" = 5, "waf/rule" = 1, "waf/requests" = 0.60 }
    source  = "aws.amazon.com/waf/pricing, us-east-1, 2025-10"
    status  = "priced"
  }

  example "use not given" {
    given   = { rule = unknown }
    omitted = ["rule"]
    want    = { "web ACL" = 1 }
    unused  = ["requests"]
    status  = "partial"
  }

  example "rules known only after apply" {
    given  = { rule = unknown }
    usage  = { monthly_requests = 0 }
    want   = { "web ACL" = 1, requests = 0 }
    gaps   = ["rules"]
    status = "partial"
  }
}
