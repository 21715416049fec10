# A bastion: hours of its tier with two scale units, further scale units, and
# gigabytes out, in steps. Developer is free. The catalogue has a price of Basic
# alone, and that for few regions.
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
  }

  cost "bastion" {
    when     = let.sku != "developer"
    quantity = hours
    unit     = "hour"
    price    = let.sku == "basic" ? "bastion/basic/hour" : null
    hint     = "of bastions the catalogue has Basic alone"
  }

  cost "further scale units" {
    when     = let.units > 2 && contains(["standard", "premium"], let.sku)
    quantity = (let.units - 2) * hours
    unit     = "hour"
    price    = null
    hint     = "of bastions the catalogue has Basic alone"
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
    want   = { "outbound data" = 0 }
    gaps   = ["bastion", "further scale units"]
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
