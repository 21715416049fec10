# A certificate bound to a name of an app: by its server name it is free, by an
# address of its own it costs by the month. The first address of an app on a
# Standard, Premium or Isolated plan is included, which is not to be seen from
# here: none is the lower end of the range.
resource "azurerm_app_service_certificate_binding" {
  cost "certificate on an address" {
    when     = lower(coalesce(self.ssl_state, "Disabled")) == "ipbasedenabled"
    quantity = 1
    low      = 0
    high     = 1
    unit     = "month"
    price    = "azure-app-service/azure-app-service-ssl-connections/ip-ssl/ip-ssl-connection"
  }

  example "by an address" {
    given   = { ssl_state = "IpBasedEnabled" }
    want    = { "certificate on an address" = 1 }
    status  = "priced"
    monthly = "39.00"
    prices  = { "azure-app-service/azure-app-service-ssl-connections/ip-ssl/ip-ssl-connection" = 39 }
    source  = "azure.microsoft.com/pricing/details/app-service, West Europe, 2026-08"
  }

  example "by the server's name" {
    given  = { ssl_state = "SniEnabled" }
    want   = {}
    status = "free"
  }

  example "kind known only after apply" {
    given  = { ssl_state = unknown }
    want   = {}
    gaps   = ["certificate on an address"]
    status = "gap"
  }
}
