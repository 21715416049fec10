# A frontend of a gateway for containers, by the hour. The gateway is
# another resource. Where a firewall guards it, the price is higher; that shows at
# azurerm_application_load_balancer_security_policy, which refers to the same gateway
# and cannot be seen from here, so this is the price without.
resource "azurerm_application_load_balancer_frontend" {
  cost "frontend" {
    quantity = hours
    unit     = "hour"
    price    = "application-gateway/application-gateway-for-containers-standard-standard-frontend"
  }

  uses "frontend" { gap = "no figure exists for application gateways" }

  example "one" {
    given   = { name = "a" }
    want    = { frontend = 730 }
    status  = "priced"
    monthly = "9.49"
    prices  = { "application-gateway/application-gateway-for-containers-standard-standard-frontend" = 0.013 }
    source  = "azure.microsoft.com/pricing/details/application-gateway, West Europe, 2026-08"
  }

  example "gateway known only after apply" {
    given  = { name = unknown, application_load_balancer_id = unknown }
    want   = { frontend = 730 }
    status = "priced"
  }
}
