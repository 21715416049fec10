# A bastion: hours of its tier with two scale units, further scale units, and
# gigabytes out, in steps. Developer is free. The price was the same in every
# region that was looked at outside the government clouds; the catalogue holds it
# under Australia East.
resource "azurerm_bastion_host" {
  usage "monthly_outbound_data_gb" {
    unit        = "GB"
    default     = null
    description = "data sent out a month"
  }

  let {
    sku   = lower(coalesce(self.sku, "Basic"))
    units = coalesce(self.scale_units, 2)
    out   = coalesce(usage.monthly_outbound_data_gb, 0)
    where = startswith(region, "usgov") ? region : "australiaeast"
  }

  cost "bastion" {
    when     = let.sku != "developer"
    quantity = hours
    unit     = "hour"
    price    = "bastion/${let.sku}/hour"
    region   = let.where
  }

  cost "further scale units" {
    when     = let.units > 2 && contains(["standard", "premium"], let.sku)
    quantity = (let.units - 2) * hours
    unit     = "hour"
    price    = "bastion/${let.sku}/scale-unit-hour"
    region   = let.where
  }

  cost "outbound data" {
    when     = let.sku != "developer"
    quantity = usage.monthly_outbound_data_gb == null ? null : min(let.out, 10000)
    unit     = "GB"
    price    = "bastion/outbound-data"
  }
  cost "outbound data, next 40 TB" {
    when     = let.sku != "developer" && let.out > 10000
    quantity = min(let.out, 50000) - 10000
    unit     = "GB"
    price    = "component/azurerm_bastion_host/outbound-data-transfer-next-40tb"
  }
  cost "outbound data, next 100 TB" {
    when     = let.sku != "developer" && let.out > 50000
    quantity = let.out - 50000
    unit     = "GB"
    price    = "component/azurerm_bastion_host/outbound-data-transfer-next-100tb"
  }

  uses "bastion" {
    when = let.sku != "developer"
    gap  = "no figure exists for bastions"
  }

  example "Basic, 12 TB out" {
    region  = "australiaeast"
    given   = { sku = "Basic", scale_units = 2 }
    usage   = { monthly_outbound_data_gb = 12000 }
    want    = { bastion = 730, "outbound data" = 10000, "outbound data, next 40 TB" = 2000 }
    status  = "priced"
    monthly = "1508.70"
    prices  = { "bastion/basic/hour" = 0.19, "bastion/outbound-data" = 0.12, "component/azurerm_bastion_host/outbound-data-transfer-next-40tb" = 0.085 }
    source  = "azure.microsoft.com/pricing/details/azure-bastion, Australia East, 2024-07"
  }

  example "Standard with four scale units" {
    region = "australiaeast"
    given  = { sku = "Standard", scale_units = 4 }
    usage  = { monthly_outbound_data_gb = 0 }
    want    = { bastion = 730, "further scale units" = 1460, "outbound data" = 0 }
    status  = "priced"
    monthly = "416.10"
    prices  = { "bastion/standard/hour" = 0.29, "bastion/standard/scale-unit-hour" = 0.14, "bastion/outbound-data" = 0.12 }
    source  = "azure.microsoft.com/pricing/details/azure-bastion, 2026-10, from the list price in pounds"
  }

  example "Premium, in a region whose price for data is not known" {
    region = "westeurope"
    given  = { sku = "Premium" }
    usage  = { monthly_outbound_data_gb = 10 }
    want   = { bastion = 730 }
    gaps   = ["outbound data"]
    status = "partial"
  }

  example "Basic, without use" {
    region = "australiaeast"
    given  = { sku = "Basic" }
    want   = { bastion = 730 }
    unused = ["outbound data"]
  }

  example "Developer" {
    given  = { sku = "Developer" }
    want   = {}
    status = "free"
  }

  example "tier known only after apply" {
    given  = { sku = unknown, scale_units = 2 }
    usage  = { monthly_outbound_data_gb = 5 }
    want   = {}
    gaps   = ["bastion", "outbound data"]
    status = "gap"
  }
}
