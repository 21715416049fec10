# A Front Door of the tiers Standard and Premium: a base fee by the month, requests
# and gigabytes to readers, both in steps and at the price of the zone where the
# readers are (zone 1: North America, Europe, Middle East and Africa), and
# gigabytes from its edge to the origin. Endpoints, routes, rules and firewall
# policies are included.
resource "azurerm_cdn_frontdoor_profile" {
  usage "monthly_requests" {
    unit        = "requests"
    description = "requests a month of readers in zone 1"
  }
  usage "monthly_outbound_gb" {
    unit        = "GB"
    description = "data a month to readers in zone 1"
  }
  usage "monthly_inbound_gb" {
    unit        = "GB"
    description = "data a month from the edge of zone 1 to the origin"
  }
  usage "by_zone" {
    keys = {
      zone_2_requests    = "requests"
      zone_2_outbound_gb = "GB"
      zone_3_requests    = "requests"
      zone_3_outbound_gb = "GB"
      zone_4_requests    = "requests"
      zone_4_outbound_gb = "GB"
      zone_5_requests    = "requests"
      zone_5_outbound_gb = "GB"
      zone_6_requests    = "requests"
      zone_6_outbound_gb = "GB"
      zone_7_requests    = "requests"
      zone_7_outbound_gb = "GB"
      zone_8_requests    = "requests"
      zone_8_outbound_gb = "GB"
    }
    default     = null
    description = "requests and data a month of readers in the other zones"
  }

  let {
    tier  = startswith(lower(self.sku_name), "premium") ? "premium" : "standard"
    base  = "azure-front-door-service/azure-front-door/${let.tier}/${let.tier}"
    zones = ["2", "3", "4", "5", "6", "7", "8"]
    asked = { for z in let.zones : z => get(usage.by_zone, "zone_${z}_requests") if get(usage.by_zone, "zone_${z}_requests") != null }
    sent  = { for z in let.zones : z => get(usage.by_zone, "zone_${z}_outbound_gb") if get(usage.by_zone, "zone_${z}_outbound_gb") != null }
  }

  cost "base fee" {
    quantity = 1
    unit     = "month"
    price    = "${let.base}-base-fees"
    region   = "zone-1"
  }

  cost "requests" {
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "${let.base}-requests"
    region   = "zone-1"
  }

  cost "data out" {
    quantity = usage.monthly_outbound_gb
    unit     = "GB"
    price    = "${let.base}-data-transfer-out"
    region   = "zone-1"
  }

  cost "data to origin" {
    quantity = usage.monthly_inbound_gb
    unit     = "GB"
    price    = "${let.base}-data-transfer-in"
    region   = "zone-1"
  }

  cost "requests, zone" {
    for_each = let.asked
    quantity = each.value / 1000000
    unit     = "1M-requests"
    price    = "${let.base}-requests"
    region   = "zone-${each.key}"
  }

  cost "data out, zone" {
    for_each = let.sent
    quantity = each.value
    unit     = "GB"
    price    = "${let.base}-data-transfer-out"
    region   = "zone-${each.key}"
  }

  uses "delivery" { gap = "no figure exists for content delivery networks" }

  example "Standard, 100 million requests, 20 TB" {
    region  = "zone-1"
    given   = { sku_name = "Standard_AzureFrontDoor" }
    usage   = { monthly_requests = 100000000, monthly_outbound_gb = 20000, monthly_inbound_gb = 1000 }
    want    = { "base fee" = 1, requests = 100, "data out" = 20000, "data to origin" = 1000 }
    status  = "priced"
    monthly = "1620.02" # 35 + 90 + 10,000 x 0.0825 + 10,000 x 0.065002 + 20
    prices = {
      "azure-front-door-service/azure-front-door/standard/standard-base-fees"         = 35
      "azure-front-door-service/azure-front-door/standard/standard-requests"          = 0.9
      "azure-front-door-service/azure-front-door/standard/standard-data-transfer-out" = 0.0825
      "azure-front-door-service/azure-front-door/standard/standard-data-transfer-in"  = 0.02
    }
    source = "azure.microsoft.com/pricing/details/frontdoor, zone 1, 2026-08"
  }

  example "Premium, readers in zone 2 too" {
    region = "zone-1"
    given  = { sku_name = "Premium_AzureFrontDoor" }
    usage  = { monthly_requests = 1000000, monthly_outbound_gb = 100, monthly_inbound_gb = 0, by_zone = { zone_2_requests = 2000000, zone_2_outbound_gb = 50 } }
    want   = { "base fee" = 1, requests = 1, "data out" = 100, "data to origin" = 0, "requests, zone 2" = 2, "data out, zone 2" = 50 }
    prices = { "azure-front-door-service/azure-front-door/premium/premium-base-fees" = 330, "azure-front-door-service/azure-front-door/premium/premium-requests" = 1.5 }
  }

  example "without use" {
    region = "zone-1"
    given  = { sku_name = "Standard_AzureFrontDoor" }
    want   = { "base fee" = 1 }
    unused = ["requests", "data out", "data to origin"]
    status = "partial"
  }

  example "tier known only after apply" {
    region = "zone-1"
    given  = { sku_name = unknown }
    usage  = { monthly_requests = 1000000 }
    want   = {}
    gaps   = ["base fee", "requests"]
    unused = ["data out", "data to origin"]
    status = "gap"
  }
}
