# A firewall policy of a Front Door of the first generation: the policy, each
# custom rule and each managed set of rules by the month, and the requests that
# custom rules and managed sets look at. Sets against bots have meters of their own.
resource "azurerm_frontdoor_firewall_policy" {
  usage "monthly_custom_rule_requests" {
    unit        = "requests"
    description = "requests a month that custom rules look at"
  }
  usage "monthly_managed_ruleset_requests" {
    unit        = "requests"
    description = "requests a month that managed sets of rules look at"
  }

  let {
    base  = "azure-front-door-service/azure-front-door-service/standard/standard"
    rules = length([for r in first(self.custom_rule, []) : r if coalesce(get(r, "enabled", true), true)])
    kinds = [for r in first(self.managed_rule, []) : lower(get(r, "type", ""))]
    bots  = length([for k in let.kinds : k if length(regexall("bot", k)) > 0])
    sets  = length(let.kinds) - let.bots
  }

  cost "policy" {
    quantity = 1
    unit     = "month"
    price    = "${let.base}-policy"
  }

  cost "custom rules" {
    quantity = let.rules
    unit     = "month"
    price    = "${let.base}-rule"
  }

  cost "custom rule requests" {
    when     = let.rules > 0
    quantity = usage.monthly_custom_rule_requests / 1000000
    unit     = "1M-requests"
    price    = "${let.base}-requests"
  }

  cost "managed rulesets" {
    quantity = let.sets
    unit     = "month"
    price    = "${let.base}-default-ruleset"
  }

  cost "managed ruleset requests" {
    when     = let.sets > 0
    quantity = usage.monthly_managed_ruleset_requests / 1000000
    unit     = "1M-requests"
    price    = "${let.base}-default-request"
  }

  cost "rulesets against bots" {
    quantity = let.bots
    unit     = "month"
    price    = "${let.base}-bot-protection-ruleset"
  }

  cost "requests looked at for bots" {
    when     = let.bots > 0
    quantity = usage.monthly_managed_ruleset_requests / 1000000
    unit     = "1M-requests"
    price    = "${let.base}-bot-protection-request"
  }

  uses "policy" { gap = "no figure exists for firewalls in front of web applications" }

  example "two rules, a managed set, one against bots" {
    given = {
      custom_rule  = [{ name = "a", enabled = true }, { name = "b" }, { name = "off", enabled = false }]
      managed_rule = [{ type = "DefaultRuleSet", version = "1.0" }, { type = "Microsoft_BotManagerRuleSet", version = "1.0" }]
    }
    usage = { monthly_custom_rule_requests = 10000000, monthly_managed_ruleset_requests = 5000000 }
    want = {
      policy                        = 1
      "custom rules"                = 2
      "custom rule requests"        = 10
      "managed rulesets"            = 1
      "managed ruleset requests"    = 5
      "rulesets against bots"       = 1
      "requests looked at for bots" = 5
    }
    status  = "priced"
    monthly = "63.00"
    prices = {
      "azure-front-door-service/azure-front-door-service/standard/standard-policy"                 = 5
      "azure-front-door-service/azure-front-door-service/standard/standard-rule"                   = 1
      "azure-front-door-service/azure-front-door-service/standard/standard-requests"               = 0.6
      "azure-front-door-service/azure-front-door-service/standard/standard-default-ruleset"        = 20
      "azure-front-door-service/azure-front-door-service/standard/standard-default-request"        = 1
      "azure-front-door-service/azure-front-door-service/standard/standard-bot-protection-ruleset" = 20
      "azure-front-door-service/azure-front-door-service/standard/standard-bot-protection-request" = 1
    }
    source = "azure.microsoft.com/pricing/details/frontdoor, 2026-08"
  }

  example "no rules" {
    given  = { name = "waf" }
    want   = { policy = 1 }
    status = "priced"
  }

  example "rules known only after apply" {
    given  = { custom_rule = unknown, managed_rule = [] }
    want   = { policy = 1 }
    gaps   = ["custom rules", "custom rule requests"]
    status = "partial"
  }
}
