# An application gateway. Version 2 (Standard_v2, WAF_v2, Basic): a fixed price
# by the hour and capacity units by the hour; an instance that is asked for, or
# the minimum of autoscaling, reserves ten of them, and more are billed when used.
# Version 1: hours of its instances by size, and gigabytes, of which medium ones
# include 10 TB and large ones 40. The public address is another resource.
resource "azurerm_application_gateway" {
  usage "capacity_units" {
    unit        = "capacity units"
    default     = null
    description = "capacity units in use on average (version 2), where more than are reserved"
  }
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data processed a month (version 1)"
  }

  let {
    sku  = lower(get(self.sku, "name"))
    tier = lower(get(self.sku, "tier", get(self.sku, "name")))
    v2   = endswith(let.sku, "_v2") || let.sku == "basic"
    v1   = !let.v2
    waf  = startswith(let.tier, "waf")

    instances = get(self.sku, "capacity")
    scaled    = length(self.autoscale_configuration) > 0
    least     = let.scaled ? get(self.autoscale_configuration, "min_capacity", 0) : coalesce(let.instances, 1)
    most      = let.scaled && usage.capacity_units == null ? get(self.autoscale_configuration, "max_capacity", let.least) : let.least
    reserved  = let.least * 10
    used      = coalesce(usage.capacity_units, 0)
    product   = let.sku == "basic" ? "application-gateway/application-gateway-basic-v2-basic-basic" : let.waf ? "application-gateway/application-gateway-waf-v2-standard-standard" : "application-gateway/application-gateway-standard-v2-standard-standard"
    # Version 1: Standard_Small, WAF_Medium and so on.
    size = element(split("_", let.sku), 1)
  }

  cost "gateway" {
    when     = let.v2
    quantity = hours
    unit     = "hour"
    price    = "${let.product}-fixed-cost"
  }

  # Of a minimum of 0 nothing is sure: what is used has to be told.
  cost "capacity units" {
    when     = let.v2
    quantity = let.reserved == 0 && usage.capacity_units == null ? null : max(let.reserved, let.used) * hours
    high     = max(let.most * 10, let.used) * hours
    unit     = "CU-hour"
    price    = "${let.product}-capacity-units"
  }

  cost "instances" {
    when     = let.v1
    quantity = coalesce(let.instances, 1) * hours
    unit     = "hour"
    price    = "application-gateway/${let.waf ? "waf" : "basic"}-application-gateway-${let.size}-${let.size}-gateway"
  }

  cost "data processed" {
    when     = let.v1
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "application-gateway/basic-application-gateway-${let.size}-${let.size}-data-processed"
  }

  uses "gateway" {
    gap = "no figure exists for load balancers"
  }

  example "Standard_v2, two instances" {
    given   = { sku = [{ name = "Standard_v2", tier = "Standard_v2", capacity = 2 }] }
    want    = { gateway = 730, "capacity units" = 14600 }
    status  = "priced"
    monthly = "306.60"
    prices  = { "application-gateway/application-gateway-standard-v2-standard-standard-fixed-cost" = 0.26, "application-gateway/application-gateway-standard-v2-standard-standard-capacity-units" = 0.008 }
    source  = "azure.microsoft.com/pricing/details/application-gateway, West Europe, 2026-08"
  }

  example "WAF_v2, scaled from one to five" {
    given   = { sku = [{ name = "WAF_v2", tier = "WAF_v2", capacity = null }], autoscale_configuration = [{ min_capacity = 1, max_capacity = 5 }] }
    want    = { gateway = 730, "capacity units" = 7300 }
    monthly = "446.76"
    prices  = { "application-gateway/application-gateway-waf-v2-standard-standard-fixed-cost" = 0.468, "application-gateway/application-gateway-waf-v2-standard-standard-capacity-units" = 0.0144 }
    source  = "azure.microsoft.com/pricing/details/application-gateway, West Europe, 2026-08"
  }

  example "scaled from none, without and with use" {
    given  = { sku = [{ name = "Standard_v2", tier = "Standard_v2" }], autoscale_configuration = [{ min_capacity = 0, max_capacity = 5 }] }
    want   = { gateway = 730 }
    unused = ["capacity units"]
  }

  example "more in use than reserved" {
    given = { sku = [{ name = "Basic", tier = "Basic", capacity = 1 }] }
    usage = { capacity_units = 15 }
    want  = { gateway = 730, "capacity units" = 10950 }
  }

  example "version 1, medium, 20 TB" {
    given   = { sku = [{ name = "Standard_Medium", tier = "Standard", capacity = 2 }] }
    usage   = { monthly_data_processed_gb = 20240 }
    want    = { instances = 1460, "data processed" = 20240 }
    monthly = "184.464"
    prices  = { "application-gateway/basic-application-gateway-medium-medium-gateway" = 0.0784, "application-gateway/basic-application-gateway-medium-medium-data-processed" = 0.007 }
    source  = "azure.microsoft.com/pricing/details/application-gateway, West Europe, 2026-08"
  }

  example "kind known only after apply" {
    given  = { sku = [{ name = unknown, tier = unknown, capacity = 1 }] }
    want   = {}
    gaps   = ["gateway", "capacity units", "instances", "data processed"]
    status = "gap"
  }
}
