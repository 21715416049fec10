# A load-balancing rule: billed with its load balancer, azurerm_lb, since the first five
# have a price together. Where the load balancer is not part of the input, it is
# taken as one beyond the first five.
resource "azurerm_lb_rule" {
  ref "balancer" {
    path  = "loadbalancer_id"
    types = ["azurerm_lb"]
  }

  let {
    where = startswith(region, "usgov") ? region : "eastus"
  }

  cost "rule" {
    when     = refs.balancer == null
    quantity = hours
    unit     = "hour"
    price    = "load-balancer/standard/rule-hour"
    region   = let.where
  }

  example "its load balancer is there" {
    given  = { loadbalancer_id = unknown }
    refs   = { balancer = { sku = "Standard" } }
    want   = {}
    status = "free"
  }

  example "its load balancer is not" {
    region  = "eastus"
    given   = { loadbalancer_id = "/subscriptions/0/loadBalancers/lb" }
    want    = { rule = 730 }
    monthly = "7.30"
    prices  = { "load-balancer/standard/rule-hour" = 0.01 }
    source  = "azure.microsoft.com/pricing/details/load-balancer, 2024-07"
  }

  example "a load balancer that the input does not resolve" {
    given  = { loadbalancer_id = unknown }
    refs   = { balancer = unknown }
    want   = {}
    gaps   = ["rule"]
    status = "gap"
  }
}
