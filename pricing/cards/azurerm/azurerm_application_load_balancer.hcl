# A gateway for containers: hours of the gateway, and of the capacity units its
# traffic takes. Its frontends and its associations with subnets are other
# resources and billed too. With a firewall (a security policy) everything about
# it costs more.
resource "azurerm_application_load_balancer" {
  ref "firewall" {
    by = ["azurerm_application_load_balancer_security_policy"]
  }

  usage "capacity_units" {
    unit        = "units"
    description = "how many capacity units its traffic takes on average"
  }

  let {
    key = "application-gateway/application-gateway-for-containers-${refs.firewall == null ? "" : "waf-"}standard-standard"
  }

  cost "gateway" {
    quantity = hours
    unit     = "hour"
    price    = "${let.key}-agc"
  }

  cost "capacity units" {
    quantity = usage.capacity_units * hours
    unit     = "hour"
    price    = "${let.key}-capacity-units"
  }

  uses "gateway" { gap = "no figure exists for application gateways" }

  example "two capacity units" {
    given   = { name = "alb" }
    usage   = { capacity_units = 2 }
    want    = { gateway = 730, "capacity units" = 1460 }
    status  = "priced"
    monthly = "31.244"
    prices  = { "application-gateway/application-gateway-for-containers-standard-standard-agc" = 0.022, "application-gateway/application-gateway-for-containers-standard-standard-capacity-units" = 0.0104 }
    source  = "azure.microsoft.com/pricing/details/application-gateway, West Europe, 2026-08"
  }

  example "with a firewall, without use, name known only after apply" {
    given  = { name = unknown }
    refs   = { firewall = { name = "waf" } }
    want   = { gateway = 730 }
    unused = ["capacity units"]
    prices = { "application-gateway/application-gateway-for-containers-waf-standard-standard-agc" = 0.04 }
  }
}
