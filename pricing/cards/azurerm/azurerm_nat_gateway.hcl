# A NAT gateway: hours it exists, used or not, and gigabytes through it in
# either direction. Its public addresses are other resources. Outside the
# government clouds the price is the same everywhere; the catalogue holds it
# under West Europe. StandardV2 costs what Standard does.
resource "azurerm_nat_gateway" {
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data a month through the gateway, both ways"
  }

  let {
    where = startswith(region, "usgov") ? region : "westeurope"
  }

  cost "gateway" {
    quantity = hours
    unit     = "hour"
    price    = "nat-gateway/hour"
    region   = let.where
  }

  cost "data processed" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "nat-gateway/data"
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

  example "the newer kind costs the same" {
    given   = { sku_name = "StandardV2" }
    want    = { gateway = 730 }
    unused  = ["data processed"]
    monthly = "32.85"
    prices  = { "nat-gateway/hour" = 0.045 }
    source  = "learn.microsoft.com/azure/nat-gateway/nat-sku, 2026: Standard and StandardV2 are the same price; azure.microsoft.com/pricing/details/azure-nat-gateway, 2024-07"
  }

  example "hours known only after apply" {
    given  = {}
    usage  = { monthly_data_processed_gb = unknown }
    want   = { gateway = 730 }
    gaps   = ["data processed"]
    status = "partial"
  }
}
