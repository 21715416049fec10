# A plan of protection against floods: hours of the plan, used or not, and it is
# dear; a hundred protected addresses are included, each further one costs by the
# month. One plan serves a whole tenant, so a second one is hardly ever wanted.
# The catalogue holds the price, recovered from monthly totals, of all regions
# outside the government clouds under West Europe.
resource "azurerm_network_ddos_protection_plan" {
  usage "overage_amount" {
    unit        = "addresses"
    default     = null
    description = "protected public addresses beyond the 100 that are included"
  }

  let {
    where = startswith(region, "usgov") ? region : "westeurope"
  }

  cost "plan" {
    quantity = hours
    unit     = "hour"
    price    = "component/azurerm_network_ddos_protection_plan/ddos-protection-plan"
    region   = let.where
  }

  cost "addresses over 100" {
    quantity = usage.overage_amount
    unit     = "address-month"
    price    = "component/azurerm_network_ddos_protection_plan/overage-charges"
    region   = let.where
  }

  uses "plan" { gap = "no figure exists for scrubbing equipment" }

  example "a plan with five addresses too many" {
    given   = { name = "ddos" }
    usage   = { overage_amount = 5 }
    want    = { plan = 730, "addresses over 100" = 5 }
    status  = "priced"
    monthly = "3090.7498"
    prices  = { "component/azurerm_network_ddos_protection_plan/ddos-protection-plan" = 4.03226, "component/azurerm_network_ddos_protection_plan/overage-charges" = 29.44 }
    source  = "azure.microsoft.com/pricing/details/ddos-protection, 2024-07"
  }

  example "without use, name known only after apply" {
    region = "eastus"
    given  = { name = unknown }
    want   = { plan = 730 }
    unused = ["addresses over 100"]
    status = "partial"
  }
}
