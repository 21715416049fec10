# A name of a slot of an app, with or without a certificate, billed as
# azurerm_app_service_custom_hostname_binding says.
resource "azurerm_app_service_slot_custom_hostname_binding" {
  assume "ssl_state" {
    why = "not configured: no certificate"
  }

  part "" {
    card  = "azurerm_app_service_custom_hostname_binding"
    given = { ssl_state = self.ssl_state }
  }

  example "by an address" {
    given   = { ssl_state = "IpBasedEnabled" }
    want    = { "certificate on an address" = 1 }
    status  = "priced"
    monthly = "39.00"
    prices  = { "azure-app-service/azure-app-service-ssl-connections/ip-ssl/ip-ssl-connection" = 39 }
    source  = "azure.microsoft.com/pricing/details/app-service, West Europe, 2026-08"
  }

  example "no certificate" {
    given   = { ssl_state = unknown }
    omitted = ["ssl_state"]
    want    = {}
    status  = "free"
  }

  example "kind known only after apply" {
    given  = { ssl_state = unknown }
    want   = {}
    gaps   = ["certificate on an address"]
    status = "gap"
  }
}
