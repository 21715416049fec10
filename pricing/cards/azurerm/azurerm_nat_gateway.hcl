# A NAT gateway: hours it exists, used or not, and gigabytes through it in
# either direction. Its public addresses are other resources. Outside the
# government clouds the price is the same everywhere; the catalogue holds it
# under West Europe. The newer StandardV2 has no price there.
resource "azurerm_nat_gateway" {
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data a month through the gateway, both ways"
  }

  let {
    where = startswith(region, "usgov") ? region : "westeurope"
    v2    = lower(coalesce(self.sku_name, "Standard")) != "standard"
  }

  cost "gateway" {
    quantity = hours
    unit     = "hour"
    price    = let.v2 ? null : "nat-gateway/hour"
    hint     = "the price of StandardV2 is not in the catalogue"
    region   = let.where
  }

  cost "data processed" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = let.v2 ? null : "nat-gateway/data"
    hint     = "the price of StandardV2 is not in the catalogue"
    region   = let.where
  }

  uses "gateway" {
    gap = "no figure exists for NAT gateways"
  }

  example "500 GB a month" {
    given   = { sku_name = "Standard" }
    usage   = { monthly_data_processed_gb = 500 }
    want    = { gateway = 730, "data processed" = 500 }
    status  = "priced"
    monthly = "55.35"
    prices  = { "nat-gateway/hour" = 0.045, "nat-gateway/data" = 0.045 }
    source  = "azure.microsoft.com/pricing/details/azure-nat-gateway, 2024-07"
  }

  example "in another region, without use" {
    region = "francecentral"
    given  = {}
    want   = { gateway = 730 }
    unused = ["data processed"]
    status = "partial"
  }

  example "kind known only after apply" {
    given  = { sku_name = unknown }
    want   = {}
    gaps = ["gateway"]
    status = "gap"
    unused = ["data processed"]
  }

  example "no price for the newer kind" {
    given = { sku_name = "StandardV2" }
    want  = {}
    gaps = ["gateway"]
    unused = ["data processed"]
  }
}
