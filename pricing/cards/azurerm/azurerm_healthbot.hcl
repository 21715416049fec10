# A healthcare agent: each action of the agent tier (C1). The free tiers cost
# nothing; of the older standard tier, by the day and message, the catalogue has no
# price.
resource "azurerm_healthbot" {
  usage "monthly_actions" {
    unit        = "actions"
    description = "actions of the agent a month"
  }

  let {
    tier = lower(self.sku_name)
    free = contains(["f0", "c0"], let.tier)
  }

  cost "actions" {
    when     = let.tier == "c1"
    quantity = usage.monthly_actions
    unit     = "action"
    price    = "azure-api-for-fhir/healthcare-agent-service/action"
  }

  cost "standard tier" {
    when     = !let.free && let.tier != "c1"
    quantity = hours / 24
    unit     = "day"
    price    = null
    hint     = "the price of this tier is not in the catalogue"
  }

  uses "agent" {
    when = !let.free
    gap  = "no figure exists for actions of the agent"
  }

  example "5,000 actions" {
    given   = { sku_name = "C1" }
    usage   = { monthly_actions = 5000 }
    want    = { actions = 5000 }
    status  = "priced"
    monthly = "50.00"
    prices  = { "azure-api-for-fhir/healthcare-agent-service/action" = 0.01 }
    source  = "azure.microsoft.com/pricing/details/bot-services/health-bot, West Europe, 2026-08"
  }

  example "the standard tier" {
    given  = { sku_name = "S1" }
    want   = {}
    gaps   = ["standard tier"]
    status = "gap"
  }

  example "free" {
    given  = { sku_name = "F0" }
    want   = {}
    status = "free"
  }
}
