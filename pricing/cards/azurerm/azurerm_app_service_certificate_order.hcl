# A certificate bought through App Service: by the year, shown by the month, for
# one name or for a wildcard. The catalogue has prices recovered from monthly
# totals, good to a tenth of a percent.
resource "azurerm_app_service_certificate_order" {
  let {
    # Standard is the provider's default.
    wild = lower(coalesce(self.product_type, "Standard")) == "wildcard"
  }

  cost "certificate" {
    quantity = 1 / 12
    unit     = "year"
    price    = "component/azurerm_app_service_certificate_order/ssl-certificate-${let.wild ? "wildcard" : "standard"}"
  }

  example "for one name" {
    given   = { product_type = "Standard", validity_in_years = 1 }
    want    = { certificate = 0.083333333333 }
    status  = "priced"
    monthly = "5.83333333331"
    prices  = { "component/azurerm_app_service_certificate_order/ssl-certificate-standard" = 70 }
    source  = "azure.microsoft.com/pricing/details/app-service, 2024-07"
  }

  example "for a wildcard" {
    given  = { product_type = "WildCard" }
    want   = { certificate = 0.083333333333 }
    prices = { "component/azurerm_app_service_certificate_order/ssl-certificate-wildcard" = 300.1 }
  }

  example "kind known only after apply" {
    given  = { product_type = unknown }
    want   = {}
    gaps   = ["certificate"]
    status = "gap"
  }
}
