# A load balancer. Standard: its load-balancing and outbound rules by the hour,
# the first five together and each further one, and gigabytes through it; without
# rules nothing. Basic is free. Outside the government clouds the price is the
# same everywhere; the catalogue holds it under East US, but not that of a gateway
# load balancer. Inbound NAT rules are free.
resource "azurerm_lb" {
  ref "rules" {
    by   = ["azurerm_lb_rule", "azurerm_lb_outbound_rule"]
    many = true
  }

  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data through the load balancer a month"
  }

  let {
    sku   = lower(coalesce(self.sku, "Standard"))
    where = startswith(region, "usgov") ? region : "eastus"
    rules = length(refs.rules)
  }

  cost "first five rules" {
    when     = let.sku == "standard" && let.rules > 0
    quantity = hours
    unit     = "hour"
    price    = "load-balancer/standard/first-5-rules-hour"
    region   = let.where
  }

  cost "further rules" {
    when     = let.rules > 5 && let.sku == "standard"
    quantity = (let.rules - 5) * hours
    unit     = "hour"
    price    = "load-balancer/standard/rule-hour"
    region   = let.where
  }

  cost "data processed" {
    when     = let.sku == "standard"
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "load-balancer/standard/data"
    region   = let.where
  }

  cost "gateway load balancer" {
    when     = let.sku == "gateway"
    quantity = hours
    unit     = "hour"
    price    = null
    hint     = "the price of a gateway load balancer is not in the catalogue"
  }

  uses "load balancer" {
    when = let.sku != "basic"
    gap  = "no figure exists for load balancers"
  }

  example "seven rules and 500 GB" {
    region  = "eastus"
    given   = { sku = "Standard" }
    refs    = { rules = [{ name = "1" }, { name = "2" }, { name = "3" }, { name = "4" }, { name = "5" }, { name = "6" }, { name = "7" }] }
    usage   = { monthly_data_processed_gb = 500 }
    want    = { "first five rules" = 730, "further rules" = 1460, "data processed" = 500 }
    status  = "priced"
    monthly = "35.35"
    prices  = { "load-balancer/standard/first-5-rules-hour" = 0.025, "load-balancer/standard/rule-hour" = 0.01, "load-balancer/standard/data" = 0.005 }
    source  = "azure.microsoft.com/pricing/details/load-balancer, 2026-09 and 2024-07"
  }

  example "without rules and use" {
    given  = { sku = "Standard" }
    want   = {}
    unused = ["data processed"]
    status = "usage"
  }

  example "Basic" {
    given  = { sku = "Basic" }
    refs   = { rules = [{ name = "1" }] }
    want   = {}
    status = "free"
  }

  example "gateway" {
    given  = { sku = "Gateway" }
    want   = {}
    gaps   = ["gateway load balancer"]
    status = "gap"
  }

  example "kind known only after apply" {
    given  = { sku = unknown }
    want   = {}
    gaps   = ["gateway load balancer", "data processed"]
    status = "gap"
  }
}
