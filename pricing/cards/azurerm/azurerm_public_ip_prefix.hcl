# A block of public IPv4 addresses: every address of it by the hour, in use or
# not, so a /28 costs sixteen. IPv6 is free, and so are the addresses that are
# then made from the block. A block of the Global tier has a price of its own. Outside
# the government clouds the price is the same in every region that is known; the
# catalogue holds it under West Europe.
resource "azurerm_public_ip_prefix" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  let {
    global = lower(coalesce(self.sku_tier, "Regional")) == "global"
    # 28 is the provider's default.
    bits = coalesce(self.prefix_length, 28)
    # 2 to the number of bits that are left.
    sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096]
  }

  cost "addresses" {
    when     = lower(coalesce(self.ip_version, "IPv4")) == "ipv4"
    quantity = let.sizes[32 - let.bits] * coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "vnet/public-ip-prefix-${let.global ? "global-static-public-ip" : "standard-static-ip-addresses"}"
    region   = startswith(region, "usgov") ? region : "westeurope"
  }

  uses "addresses" { gap = "no figure exists for an address on shared network equipment" }

  example "the default of sixteen addresses" {
    given   = { sku = "Standard" }
    want    = { addresses = 11680 }
    status  = "priced"
    monthly = "70.08"
    prices  = { "vnet/public-ip-prefix-standard-static-ip-addresses" = 0.006 }
    source  = "azure.microsoft.com/pricing/details/ip-addresses, West Europe, 2026-08"
  }

  example "two of the Global tier, half the month" {
    given   = { sku = "Standard", sku_tier = "Global", prefix_length = 31 }
    usage   = { monthly_hrs = 365 }
    want    = { addresses = 730 }
    monthly = "8.76"
    prices  = { "vnet/public-ip-prefix-global-static-public-ip" = 0.012 }
    source  = "azure.microsoft.com/pricing/details/ip-addresses, West Europe, 2026-08"
  }

  example "IPv6 is free" {
    given  = { ip_version = "IPv6", prefix_length = 124 }
    want   = {}
    status = "free"
  }

  example "length known only after apply" {
    given  = { prefix_length = unknown }
    want   = {}
    gaps   = ["addresses"]
    status = "gap"
  }
}
