# API Management: hours of its units, calls for Consumption, and self-hosted
# gateways. Premium and the v2 tiers bill each unit after the first, and Premium
# each unit in a further region at that region's price, as a secondary unit. The
# v2 tiers include calls, and bill more of them; the free million calls of
# Consumption are the account's and are not taken off.
resource "azurerm_api_management" {
  assume "additional_location.capacity" {
    why = "as many units as in the first region"
  }

  usage "monthly_api_calls" {
    unit        = "calls"
    description = "API calls a month, billed for Consumption, BasicV2 and StandardV2"
  }
  usage "self_hosted_gateway_count" {
    unit        = "gateways"
    default     = null
    description = "self-hosted gateways"
  }

  let {
    words = split("_", lower(self.sku_name))
    # Tiers of the second version are spelt BasicV2, StandardV2, PremiumV2.
    kind  = replace(let.words[0], "v2", "-v2")
    units = tonumber(let.words[1])
    usual = let.kind != "consumption"
    v2    = endswith(let.kind, "-v2")
    # Premium's secondary unit stands apart in the list; the first tiers have none.
    second = let.v2 ? "api-management/api-management/${let.kind}/${let.kind}-secondary-unit" : let.kind == "premium" ? "api-management/api-management/secondary/secondary-unit" : "api-management/api-management/${let.kind}/${let.kind}-unit"
    places = { for p in first(self.additional_location, []) : replace(lower(get(p, "location")), " ", "") => coalesce(get(p, "capacity"), let.units) }
  }

  cost "unit" {
    when     = let.usual
    quantity = hours
    unit     = "hour"
    price    = "api-management/api-management/${let.kind}/${let.kind}-unit"
  }

  cost "further units" {
    when     = let.usual && let.units > 1
    quantity = (let.units - 1) * hours
    unit     = "hour"
    price    = let.second
  }

  cost "units in" {
    when     = let.usual
    for_each = let.places
    quantity = each.value * hours
    unit     = "hour"
    price    = let.second
    region   = each.key
  }

  cost "calls" {
    when     = let.kind == "consumption"
    quantity = usage.monthly_api_calls / 1000000
    unit     = "1M-calls"
    price    = "api-management/api-management/consumption/consumption-calls"
    whole    = true
  }

  cost "calls of a unit" {
    when     = contains(["basic-v2", "standard-v2"], let.kind)
    quantity = usage.monthly_api_calls / 1000000
    unit     = "1M-calls"
    price    = "api-management/api-management/${let.kind}/${let.kind}-calls"
  }

  cost "self-hosted gateways" {
    when     = usage.self_hosted_gateway_count != null
    quantity = usage.self_hosted_gateway_count * hours
    unit     = "hour"
    price    = "api-management/api-management/gateway/gateway-unit"
  }

  uses "gateway" {
    gap = "no figure exists for API gateways"
  }

  example "Developer" {
    given   = { sku_name = "Developer_1" }
    want    = { unit = 730 }
    status  = "priced"
    monthly = "48.034"
    prices  = { "api-management/api-management/developer/developer-unit" = 0.0658 }
    source  = "azure.microsoft.com/pricing/details/api-management, West Europe, 2026-08"
  }

  example "Premium, two units here and one in another region, with a gateway" {
    given   = { sku_name = "Premium_2", additional_location = [{ location = "North Europe", capacity = 1 }] }
    usage   = { self_hosted_gateway_count = 1 }
    want    = { unit = 730, "further units" = 730, "units in northeurope" = 730, "self-hosted gateways" = 730 }
    monthly = "5840.34018"
    prices  = { "api-management/api-management/premium/premium-unit" = 3.829, "api-management/api-management/secondary/secondary-unit" = 1.9145, "api-management/api-management/gateway/gateway-unit" = 0.342466 }
    source  = "azure.microsoft.com/pricing/details/api-management, West Europe and North Europe, 2026-08"
  }

  example "Consumption, five million calls" {
    given   = { sku_name = "Consumption_0" }
    usage   = { monthly_api_calls = 5000000 }
    want    = { calls = 5 }
    monthly = "17.50"
    prices  = { "api-management/api-management/consumption/consumption-calls" = 3.5 }
    source  = "azure.microsoft.com/pricing/details/api-management, West Europe, 2026-08"
  }

  example "Basic of the second version, calls as included" {
    given   = { sku_name = "BasicV2_1" }
    usage   = { monthly_api_calls = 5000000 }
    want    = { unit = 730, "calls of a unit" = 5 }
    monthly = "150.0004"
    prices  = { "api-management/api-management/basic-v2/basic-v2-unit" = 0.20548, "api-management/api-management/basic-v2/basic-v2-calls" = 3 }
    source  = "azure.microsoft.com/pricing/details/api-management, West Europe, 2026-08"
  }

  example "tier known only after apply" {
    given  = { sku_name = unknown }
    want   = {}
    gaps   = ["unit", "further units", "calls", "calls of a unit"]
    status = "gap"
  }
}
