# A public IPv4 address, by the hour, attached or not. Standard addresses are
# always static; Basic ones (retired in September 2025) have a dynamic and a
# static price; an address of the Global tier has a price of its own. IPv6
# addresses are free. The provider's default is Standard since its version 4.
#
# Protection against floods, switched on for the address without a plan, costs fifty
# times as much as the address; with a plan it is the plan's.
resource "azurerm_public_ip" {
  ref "plan" {
    path  = "ddos_protection_plan_id"
    types = ["azurerm_network_ddos_protection_plan"]
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  let {
    sku     = lower(coalesce(self.sku, "Standard"))
    global  = lower(coalesce(self.sku_tier, "Regional")) == "global"
    kind    = let.global ? "global" : let.sku == "basic" ? "basic" : "standard"
    guarded = lower(coalesce(self.ddos_protection_mode, "VirtualNetworkInherited")) == "enabled" && refs.plan == null && self.ddos_protection_plan_id == null
    method  = let.kind == "basic" ? lower(self.allocation_method) : "static"
  }

  cost "address" {
    when     = lower(coalesce(self.ip_version, "IPv4")) == "ipv4"
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "public-ip/${let.kind}-ipv4-${let.method}-public-ip"
  }

  cost "DDoS protection" {
    when     = let.guarded
    quantity = coalesce(usage.monthly_hrs, hours) / hours
    unit     = "month"
    price    = "ddos/ip-protection"
    region   = startswith(region, "usgov") ? region : "westeurope"
  }

  uses "address" {
    gap = "no figure exists for an address on shared network equipment"
  }

  example "Standard" {
    given   = { sku = "Standard", sku_tier = "Regional", allocation_method = "Static", ip_version = "IPv4" }
    want    = { address = 730 }
    status  = "priced"
    monthly = "3.65"
    prices  = { "public-ip/standard-ipv4-static-public-ip" = 0.005 }
    source  = "azure.microsoft.com/pricing/details/ip-addresses, West Europe, 2026-08"
  }

  example "Basic and dynamic" {
    given   = { sku = "Basic", allocation_method = "Dynamic" }
    want    = { address = 730 }
    monthly = "2.92"
    prices  = { "public-ip/basic-ipv4-dynamic-public-ip" = 0.004 }
    source  = "azure.microsoft.com/pricing/details/ip-addresses, West Europe, 2026-08"
  }

  example "Global, half the month" {
    given   = { sku = "Standard", sku_tier = "Global", allocation_method = "Static" }
    usage   = { monthly_hrs = 365 }
    want    = { address = 365 }
    monthly = "3.65"
    prices  = { "public-ip/global-ipv4-static-public-ip" = 0.01 }
    source  = "azure.microsoft.com/pricing/details/ip-addresses, West Europe, 2026-08"
  }

  example "protected on its own" {
    given   = { sku = "Standard", allocation_method = "Static", ddos_protection_mode = "Enabled" }
    want    = { address = 730, "DDoS protection" = 1 }
    status  = "priced"
    monthly = "202.65"
    prices  = { "public-ip/standard-ipv4-static-public-ip" = 0.005, "ddos/ip-protection" = 199 }
    source  = "azure.microsoft.com/pricing/details/ip-addresses, West Europe, 2026-08, and /ddos-protection, 2026-10, from the list price in pounds"
  }

  example "protected by a plan" {
    given  = { sku = "Standard", allocation_method = "Static", ddos_protection_mode = "Enabled", ddos_protection_plan_id = unknown }
    refs   = { plan = { name = "ddos" } }
    want   = { address = 730 }
    status = "priced"
  }

  example "IPv6 is free" {
    given  = { sku = "Standard", allocation_method = "Static", ip_version = "IPv6" }
    want   = {}
    status = "free"
  }

  example "kind known only after apply" {
    given  = { sku = unknown, allocation_method = "Static" }
    want   = {}
    gaps   = ["address"]
    status = "gap"
  }
}
