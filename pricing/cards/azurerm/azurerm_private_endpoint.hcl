# A private endpoint: hours it exists, and gigabytes in and out, in steps at one
# and five petabytes. Outside the government clouds the price is the same
# everywhere; the catalogue holds it under West US.
resource "azurerm_private_endpoint" {
  usage "monthly_inbound_data_processed_gb" {
    unit        = "GB"
    default     = null
    description = "data a month through the endpoint, inwards"
  }
  usage "monthly_outbound_data_processed_gb" {
    unit        = "GB"
    default     = null
    description = "data a month through the endpoint, outwards"
  }

  let {
    where = startswith(region, "usgov") ? region : "westus"
    in    = coalesce(usage.monthly_inbound_data_processed_gb, 0)
    out   = coalesce(usage.monthly_outbound_data_processed_gb, 0)
  }

  cost "endpoint" {
    quantity = hours
    unit     = "hour"
    price    = "private-endpoint/hour"
    region   = let.where
  }

  cost "inbound data" {
    quantity = usage.monthly_inbound_data_processed_gb == null ? null : min(let.in, 1000000)
    unit     = "GB"
    price    = "private-endpoint/data-in"
    region   = let.where
  }
  cost "inbound data, next 4 PB" {
    when     = let.in > 1000000
    quantity = min(let.in, 5000000) - 1000000
    unit     = "GB"
    price    = "component/azurerm_private_endpoint/inbound-data-processed-next-4pb"
    region   = let.where
  }
  cost "inbound data, over 5 PB" {
    when     = let.in > 5000000
    quantity = let.in - 5000000
    unit     = "GB"
    price    = "component/azurerm_private_endpoint/inbound-data-processed-over-5pb"
    region   = let.where
  }

  cost "outbound data" {
    quantity = usage.monthly_outbound_data_processed_gb == null ? null : min(let.out, 1000000)
    unit     = "GB"
    price    = "private-endpoint/data-out"
    region   = let.where
  }
  cost "outbound data, next 4 PB" {
    when     = let.out > 1000000
    quantity = min(let.out, 5000000) - 1000000
    unit     = "GB"
    price    = "component/azurerm_private_endpoint/outbound-data-processed-next-4pb"
    region   = let.where
  }
  cost "outbound data, over 5 PB" {
    when     = let.out > 5000000
    quantity = let.out - 5000000
    unit     = "GB"
    price    = "component/azurerm_private_endpoint/outbound-data-processed-over-5pb"
    region   = let.where
  }

  uses "endpoint" {
    gap = "no figure exists for private endpoints"
  }

  example "100 GB in, 1,000,100 GB out" {
    region  = "westus"
    given   = {}
    usage   = { monthly_inbound_data_processed_gb = 100, monthly_outbound_data_processed_gb = 1000100 }
    want    = { endpoint = 730, "inbound data" = 100, "outbound data" = 1000000, "outbound data, next 4 PB" = 100 }
    status  = "priced"
    monthly = "10008.90"
    prices  = { "private-endpoint/hour" = 0.01, "private-endpoint/data-in" = 0.01, "private-endpoint/data-out" = 0.01, "component/azurerm_private_endpoint/outbound-data-processed-next-4pb" = 0.006 }
    source  = "azure.microsoft.com/pricing/details/private-link, 2024-07"
  }

  example "without use, somewhere else" {
    region = "francecentral"
    given  = {}
    want   = { endpoint = 730 }
    unused = ["inbound data", "outbound data"]
    status = "partial"
  }

  example "all steps" {
    given = {}
    usage = { monthly_inbound_data_processed_gb = 6000000, monthly_outbound_data_processed_gb = 6000000 }
    want  = { endpoint = 730, "inbound data" = 1000000, "inbound data, next 4 PB" = 4000000, "inbound data, over 5 PB" = 1000000, "outbound data" = 1000000, "outbound data, next 4 PB" = 4000000, "outbound data, over 5 PB" = 1000000 }
  }

  example "region known only after apply" {
    region = ""
    given  = {}
    want   = {}
    gaps   = ["endpoint"]
    unused = ["inbound data", "outbound data"]
    status = "gap"
  }
}
