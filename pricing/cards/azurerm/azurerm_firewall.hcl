# An Azure Firewall: hours of its tier, in a network or in a secured hub, and
# gigabytes through it. What it takes in capacity units when more are reserved,
# its policy's tier and its addresses are billed apart. Outside the government
# clouds the price is the same in every region that is known; the catalogue holds
# it under West Europe.
resource "azurerm_firewall" {
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data through the firewall a month"
  }

  let {
    # Before version 3 of the provider neither had to be said.
    tier  = lower(coalesce(self.sku_tier, "Standard"))
    hub   = lower(coalesce(self.sku_name, "AZFW_VNet")) == "azfw_hub" || length(self.virtual_hub) > 0
    where = startswith(region, "usgov") ? region : "westeurope"
    kind  = !let.hub ? let.tier : let.tier == "standard" ? "standard-secure-virtual-hub" : "${let.tier}-secured-virtual-hub"
  }

  cost "deployment" {
    quantity = hours
    unit     = "hour"
    price    = "firewall/${let.kind}-${let.kind}-deployment"
    region   = let.where
  }

  cost "data processed" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "firewall/${let.kind}-${let.kind}-data-processed"
    region   = let.where
  }

  uses "firewall" {
    gap = "no figure exists for firewalls"
  }

  example "Standard, 1,000 GB" {
    given   = { sku_name = "AZFW_VNet", sku_tier = "Standard" }
    usage   = { monthly_data_processed_gb = 1000 }
    want    = { deployment = 730, "data processed" = 1000 }
    status  = "priced"
    monthly = "928.50"
    prices  = { "firewall/standard-standard-deployment" = 1.25, "firewall/standard-standard-data-processed" = 0.016 }
    source  = "azure.microsoft.com/pricing/details/azure-firewall, West Europe, 2026-08"
  }

  example "Premium in a hub, without use" {
    given   = { sku_name = "AZFW_Hub", sku_tier = "Premium", virtual_hub = [{ virtual_hub_id = unknown }] }
    want    = { deployment = 730 }
    unused  = ["data processed"]
    monthly = "1277.50"
    prices  = { "firewall/premium-secured-virtual-hub-premium-secured-virtual-hub-deployment" = 1.75 }
    source  = "azure.microsoft.com/pricing/details/azure-firewall, West Europe, 2026-08"
  }

  example "Standard in a hub has a meter of another name" {
    given  = { sku_name = "AZFW_Hub", sku_tier = "Standard" }
    want   = { deployment = 730 }
    unused = ["data processed"]
    prices = { "firewall/standard-secure-virtual-hub-standard-secure-virtual-hub-deployment" = 1.25 }
  }

  example "Basic" {
    given  = { sku_name = "AZFW_VNet", sku_tier = "Basic" }
    want   = { deployment = 730 }
    unused = ["data processed"]
    prices = { "firewall/basic-basic-deployment" = 0.395 }
  }

  example "in a region without a list of its own" {
    region = "francecentral"
    given  = { sku_name = "AZFW_VNet", sku_tier = "Standard" }
    want   = { deployment = 730 }
    unused = ["data processed"]
  }

  example "tier known only after apply" {
    given  = { sku_name = "AZFW_VNet", sku_tier = unknown }
    want   = {}
    gaps   = ["deployment"]
    unused = ["data processed"]
    status = "gap"
  }
}
