# A site-to-site gateway of a virtual hub: hours of its scale units, 500 Mbps
# each. Its connections are other resources, and so is the hub. The catalogue
# holds the price of all regions outside the government clouds under West Europe.
resource "azurerm_vpn_gateway" {
  let {
    where = startswith(region, "usgov") ? region : "westeurope"
  }

  cost "scale units" {
    # 1 is the provider's default.
    quantity = coalesce(self.scale_unit, 1) * hours
    unit     = "hour"
    price    = "virtual-wan/site-to-site/scale-unit"
    region   = let.where
  }

  uses "gateway" { gap = "no figure exists for network gateways" }

  example "two scale units" {
    given   = { scale_unit = 2 }
    want    = { "scale units" = 1460 }
    status  = "priced"
    monthly = "527.06"
    prices  = { "virtual-wan/site-to-site/scale-unit" = 0.361 }
    source  = "azure.microsoft.com/pricing/details/virtual-wan, 2024-07"
  }

  example "one, the default, in another region" {
    region = "japaneast"
    given  = {}
    want   = { "scale units" = 730 }
    status = "priced"
  }

  example "units known only after apply" {
    given  = { scale_unit = unknown }
    want   = {}
    gaps   = ["scale units"]
    status = "gap"
  }
}
