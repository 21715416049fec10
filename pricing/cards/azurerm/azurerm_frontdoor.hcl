# A Front Door of the first generation (classic, retired in 2027): hours of its
# routing rules, the first five together and each further one, frontend hosts
# beyond a hundred, gigabytes in, and gigabytes out in steps at the price of the
# zone where the readers are (zone 1: North America, Europe, Middle East and
# Africa). Firewall policies are other resources.
resource "azurerm_frontdoor" {
  usage "monthly_inbound_data_transfer_gb" {
    unit        = "GB"
    description = "data a month from readers and to the origin"
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

  let {
    base   = "azure-front-door-service/azure-front-door-service/standard/standard"
    rules  = length([for r in first(self.routing_rule, []) : r if coalesce(get(r, "enabled", true), true)])
    hosts  = length(self.frontend_endpoint)
    others = { for z in ["2", "3", "4", "5"] : z => get(usage.outbound_by_zone, "zone_${z}_gb") if get(usage.outbound_by_zone, "zone_${z}_gb") != null }
  }

  cost "first five routing rules" {
    when     = let.rules > 0
    quantity = hours
    unit     = "hour"
    price    = "component/azurerm_frontdoor/routing-rules-first-5-rules"
    region   = "westeurope"
  }

  cost "further routing rules" {
    when     = let.rules > 5
    quantity = (let.rules - 5) * hours
    unit     = "hour"
    price    = "${let.base}-overage-routing-rules"
  }

  cost "frontend hosts over 100" {
    when     = let.hosts > 100
    quantity = let.hosts - 100
    unit     = "month"
    price    = "${let.base}-custom-domain"
  }

  cost "data in" {
    quantity = usage.monthly_inbound_data_transfer_gb
    unit     = "GB"
    price    = "${let.base}-data-transfer-in"
  }

  cost "data out" {
    quantity = usage.monthly_outbound_gb
    unit     = "GB"
    price    = "${let.base}-data-transfer-out"
    region   = "zone-1"
  }

  cost "data out, zone" {
    for_each = let.others
    quantity = each.value
    unit     = "GB"
    price    = "${let.base}-data-transfer-out"
    region   = "zone-${each.key}"
  }

  uses "delivery" { gap = "no figure exists for content delivery networks" }

  example "seven rules, two readers' zones" {
    region = "zone-1"
    given = {
      routing_rule      = [{ name = "1" }, { name = "2" }, { name = "3" }, { name = "4" }, { name = "5" }, { name = "6" }, { name = "7" }, { name = "off", enabled = false }]
      frontend_endpoint = [{ name = "www" }]
    }
    usage = { monthly_inbound_data_transfer_gb = 100, monthly_outbound_gb = 1000, outbound_by_zone = { zone_2_gb = 10 } }
    want  = { "first five routing rules" = 730, "further routing rules" = 1460, "data in" = 100, "data out" = 1000, "data out, zone 2" = 10 }
  }

  example "two rules and 20 TB" {
    region = "westeurope"
    given  = { routing_rule = [{ name = "1" }, { name = "2" }], frontend_endpoint = [{ name = "www" }] }
    usage  = { monthly_inbound_data_transfer_gb = 1000, monthly_outbound_gb = 0 }
    want   = { "first five routing rules" = 730, "data in" = 1000, "data out" = 0 }
    status = "priced"
  }

  example "data alone" {
    region  = "zone-1"
    given   = { routing_rule = [], frontend_endpoint = [] }
    usage   = { monthly_inbound_data_transfer_gb = 1000, monthly_outbound_gb = 20000 }
    want    = { "data in" = 1000, "data out" = 20000 }
    monthly = "3210.00" # 1,000 x 0.01 + 10,000 x 0.17 + 10,000 x 0.15
    prices  = { "azure-front-door-service/azure-front-door-service/standard/standard-data-transfer-in" = 0.01, "azure-front-door-service/azure-front-door-service/standard/standard-data-transfer-out" = 0.17 }
    source  = "azure.microsoft.com/pricing/details/frontdoor, zone 1, 2026-08"
  }

  example "rules known only after apply" {
    region = "zone-1"
    given  = { routing_rule = unknown, frontend_endpoint = [] }
    want   = {}
    unused = ["data in", "data out"]
    gaps   = ["first five routing rules", "further routing rules"]
    status = "gap"
  }
}
