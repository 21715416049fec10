# An endpoint of a content delivery network: gigabytes out, in steps, at the price
# of its profile's kind and of the zone where the readers are (zone 1: North
# America, Europe, Middle East and Africa), or at the one price of dynamic
# acceleration; with Microsoft's own network rules beyond five and the requests
# that rules look at. The profile is free, and so is what comes from the origin.
resource "azurerm_cdn_endpoint" {
  ref "profile" {
    path  = "profile_name"
    types = ["azurerm_cdn_profile"]
  }

  usage "monthly_outbound_gb" {
    unit        = "GB"
    description = "data a month to readers in zone 1"
  }
  usage "outbound_by_zone" {
    keys        = { zone_2_gb = "GB", zone_3_gb = "GB", zone_4_gb = "GB", zone_5_gb = "GB" }
    default     = null
    description = "data a month to readers in the other zones"
  }
  usage "monthly_rules_engine_requests" {
    unit        = "requests"
    description = "requests a month that the rules look at"
  }

  let {
    kind   = lower(get(refs.profile, "sku", ""))
    family = startswith(let.kind, "premium") ? "premium" : "standard"
    # Standard_Microsoft, Standard_Verizon, Premium_Verizon, Standard_Akamai.
    maker  = startswith(let.kind, "standard_") ? trimprefix(let.kind, "standard_") : trimprefix(let.kind, "premium_")
    fast   = lower(coalesce(self.optimization_type, "GeneralWebDelivery")) == "dynamicsiteacceleration" && let.maker != "microsoft"
    base   = "content-delivery-network/azure-cdn-from-${let.maker}/${let.family}/${let.family}-${let.fast ? "acceleration-" : ""}data-transfer"
    listed = contains(["microsoft", "verizon", "akamai"], let.maker)
    others = { for z in ["2", "3", "4", "5"] : z => get(usage.outbound_by_zone, "zone_${z}_gb") if get(usage.outbound_by_zone, "zone_${z}_gb") != null }
    rules  = length(self.delivery_rule) + length(self.global_delivery_rule)
  }

  cost "data out" {
    quantity = usage.monthly_outbound_gb
    unit     = "GB"
    price    = let.listed ? let.base : null
    region   = "zone-1"
    hint     = "the kind is its profile's, which is not part of this input or not in the catalogue"
  }

  cost "data out, zone" {
    for_each = let.others
    quantity = each.value
    unit     = "GB"
    price    = let.listed ? let.base : null
    region   = "zone-${each.key}"
    hint     = "the kind is its profile's, which is not part of this input or not in the catalogue"
  }

  cost "rules over 5" {
    when     = let.maker == "microsoft" && let.rules > 5
    quantity = let.rules
    unit     = "month"
    price    = "content-delivery-network/azure-cdn-from-microsoft/standard/standard-rule"
  }

  cost "rules engine requests" {
    when     = let.maker == "microsoft" && let.rules > 0
    quantity = usage.monthly_rules_engine_requests / 1000000
    unit     = "1M-requests"
    price    = "content-delivery-network/azure-cdn-from-microsoft/standard/standard-requests"
  }

  uses "delivery" { gap = "no figure exists for content delivery networks" }

  example "Microsoft, 60 TB and seven rules" {
    region = "zone-1"
    given = {
      delivery_rule        = [{ order = 1 }, { order = 2 }, { order = 3 }, { order = 4 }, { order = 5 }, { order = 6 }]
      global_delivery_rule = [{ url_redirect_action = [] }]
    }
    refs   = { profile = { sku = "Standard_Microsoft" } }
    usage  = { monthly_outbound_gb = 60000, monthly_rules_engine_requests = 10000000 }
    want   = { "data out" = 60000, "rules over 5" = 7, "rules engine requests" = 10 }
    status = "priced"
    # 10,000 x 0.081 + 40,000 x 0.075 + 10,000 x 0.056, two rules at 1, ten million at 0.6
    monthly = "4378.00"
    prices = {
      "content-delivery-network/azure-cdn-from-microsoft/standard/standard-data-transfer" = 0.081
      "content-delivery-network/azure-cdn-from-microsoft/standard/standard-rule"          = 1
      "content-delivery-network/azure-cdn-from-microsoft/standard/standard-requests"      = 0.6
    }
    source = "azure.microsoft.com/pricing/details/cdn, zone 1, 2026-08"
  }

  example "Verizon, accelerated" {
    region = "zone-1"
    given  = { optimization_type = "DynamicSiteAcceleration" }
    refs   = { profile = { sku = "Premium_Verizon" } }
    usage  = { monthly_outbound_gb = 1000 }
    want   = {}
    gaps   = ["data out"]
  }

  example "Akamai, two zones" {
    region = "zone-1"
    given  = {}
    refs   = { profile = { sku = "Standard_Akamai" } }
    usage  = { monthly_outbound_gb = 100, outbound_by_zone = { zone_2_gb = 50 } }
    want   = { "data out" = 100, "data out, zone 2" = 50 }
    status = "priced"
  }

  example "without use" {
    region = "zone-1"
    given  = {}
    refs   = { profile = { sku = "Standard_Verizon" } }
    want   = {}
    unused = ["data out"]
    status = "usage"
  }

  example "profile not part of the input" {
    region = "zone-1"
    given  = { profile_name = "cdn" }
    usage  = { monthly_outbound_gb = 100 }
    want   = {}
    gaps   = ["data out"]
    status = "gap"
  }

  example "kind known only after apply" {
    region = "zone-1"
    given  = {}
    refs   = { profile = { sku = unknown } }
    usage  = { monthly_outbound_gb = 100 }
    want   = {}
    gaps   = ["data out"]
    status = "gap"
  }
}
