# An association of a gateway for containers with a subnet, by the hour. The gateway is
# another resource. Where a firewall guards it, the price is higher; that shows at
# azurerm_application_load_balancer_security_policy, which refers to the same gateway
# and cannot be seen from here, so this is the price without.
resource "azurerm_application_load_balancer_subnet_association" {
  cost "association" {
    quantity = hours
    unit     = "hour"
    price    = "application-gateway/application-gateway-for-containers-standard-standard-association"
  }

  uses "association" { gap = "no figure exists for application gateways" }

  example "one" {
    given   = { name = "a" }
    want    = { association = 730 }
    status  = "priced"
    monthly = "113.88"
    prices  = { "application-gateway/application-gateway-for-containers-standard-standard-association" = 0.156 }
    source  = "azure.microsoft.com/pricing/details/application-gateway, West Europe, 2026-08"
  }

  example "gateway known only after apply" {
    given  = { subnet_id = unknown, application_load_balancer_id = unknown }
    want   = { association = 730 }
    status = "priced"
  }
}
