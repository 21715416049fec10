# A web ACL of WAF Classic for CloudFront: a month of it, a month of each rule
# (a rule group counts as one), and requests. Groups from the marketplace have
# fees of their own.
resource "aws_waf_web_acl" {
  assume "rules" {
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
    region   = "us-east-1"
  }
  cost "rules" {
    quantity = length(first(self.rules, []))
    unit     = "rule-month"
    price    = "waf/rule"
    region   = "us-east-1"
  }
  cost "requests" {
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "waf/requests"
    region   = "us-east-1"
  }

  uses "firewall" {
    gap = "no source gives the energy of a web firewall"
  }

  example "two rules" {
    given   = { rules = [{ priority = 1, rule_id = unknown }, { priority = 2, rule_id = unknown }] }
    usage   = { monthly_requests = 10000000 }
    want    = { "web ACL" = 1, rules = 2, requests = 10 }
    monthly = "13.00"
    prices  = { "waf/web-acl" = 5, "waf/rule" = 1, "waf/requests" = 0.60 }
    source  = "aws.amazon.com/waf/pricing, 2025-10"
    status  = "priced"
  }

  example "use not given" {
    given  = { rules = [] }
    want   = { "web ACL" = 1 }
    unused = ["requests"]
    status = "partial"
  }

  example "rules known only after apply" {
    given  = { rules = unknown }
    usage  = { monthly_requests = 0 }
    want   = { "web ACL" = 1, requests = 0 }
    gaps   = ["rules"]
    status = "partial"
  }
}
