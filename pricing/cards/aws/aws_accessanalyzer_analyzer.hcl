# Analyzers of access from outside are free. One for unused access bills every
# role and user it looks at by the month; one for access from inside has no known
# price.
resource "aws_accessanalyzer_analyzer" {
  assume "type" {
    value = "ACCOUNT"
    why   = "access from outside the account, the provider's default"
  }

  usage "identities" {
    unit        = "roles and users"
    description = "roles and users that an analyzer of unused access looks at"
  }

  let {
    type = upper(coalesce(self.type, "ACCOUNT"))
  }

  cost "unused access" {
    when     = endswith(let.type, "_UNUSED_ACCESS")
    quantity = usage.identities
    unit     = "resource-month"
    price    = "access-analyzer/unused-access"
  }

  cost "internal access" {
    when     = endswith(let.type, "_INTERNAL_ACCESS")
    quantity = 1
    unit     = "resource-month"
    price    = null
    hint     = "no source gives the price of an analyzer of internal access"
  }

  uses "analyzer" {
    when = !contains(["ACCOUNT", "ORGANIZATION"], let.type)
    gap  = "no source gives the energy of an analyzer"
  }

  example "unused access of three hundred roles and users" {
    given   = { type = "ACCOUNT_UNUSED_ACCESS" }
    usage   = { identities = 300 }
    want    = { "unused access" = 300 }
    monthly = "60.00"
    prices  = { "access-analyzer/unused-access" = 0.20 }
    source  = "aws.amazon.com/iam/access-analyzer/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "access from outside is free" {
    given   = { type = unknown }
    omitted = ["type"]
    want    = {}
    status  = "free"
  }

  example "internal access" {
    given  = { type = "ORGANIZATION_INTERNAL_ACCESS" }
    want   = {}
    gaps   = ["internal access"]
    status = "gap"
  }

  example "kind known only after apply" {
    given  = { type = unknown }
    usage  = { identities = 300 }
    want   = {}
    gaps   = ["unused access", "internal access"]
    status = "gap"
  }
}
