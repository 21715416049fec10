# The old form of azurerm_static_web_app, which says what is billed.
resource "azurerm_static_site" {
  usage "monthly_bandwidth_gb" {
    unit        = "GB"
    description = "data a month to readers; 100 GB of it are included"
  }

  part "" {
    card  = "azurerm_static_web_app"
    given = { sku_tier = self.sku_tier }
    usage = { monthly_bandwidth_gb = usage.monthly_bandwidth_gb }
  }

  example "Standard, less than included" {
    given   = { sku_tier = "Standard", sku_size = "Standard" }
    usage   = { monthly_bandwidth_gb = 80 }
    want    = { app = 1, bandwidth = 80 }
    status  = "priced"
    monthly = "9.00"
    prices  = { "azure-app-service/static-web-apps/standard/standard-app" = 9, "azure-app-service/static-web-apps/standard/standard-bandwidth-usage" = 0.2 }
    source  = "azure.microsoft.com/pricing/details/app-service/static, West Europe, 2026-08"
  }

  example "Free, the default" {
    given  = {}
    want   = {}
    status = "free"
  }

  example "plan known only after apply" {
    given  = { sku_tier = unknown }
    want   = {}
    gaps   = ["app", "bandwidth"]
    status = "gap"
  }
}
