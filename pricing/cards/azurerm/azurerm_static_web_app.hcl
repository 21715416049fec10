# A static web app: the Standard plan by the month and app, and bandwidth beyond
# 100 GB, which are the subscription's: where several apps share them, tell more.
# The Free plan costs nothing. Functions of one's own are other resources.
resource "azurerm_static_web_app" {
  usage "monthly_bandwidth_gb" {
    unit        = "GB"
    description = "data a month to readers; 100 GB of it are included"
  }

  let {
    # Free is the provider's default.
    paid = lower(coalesce(self.sku_tier, "Free")) != "free"
  }

  cost "app" {
    when     = let.paid
    quantity = 1
    unit     = "month"
    price    = "azure-app-service/static-web-apps/standard/standard-app"
  }

  cost "bandwidth" {
    when     = let.paid
    quantity = usage.monthly_bandwidth_gb
    unit     = "GB"
    price    = "azure-app-service/static-web-apps/standard/standard-bandwidth-usage"
  }

  uses "app" { gap = "how much of shared workers and networks is used is not known" }

  example "Standard, 150 GB" {
    given   = { sku_tier = "Standard", sku_size = "Standard" }
    usage   = { monthly_bandwidth_gb = 150 }
    want    = { app = 1, bandwidth = 150 }
    status  = "priced"
    monthly = "19.00" # 9, and 50 GB beyond the first 100 at 0.20
    prices  = { "azure-app-service/static-web-apps/standard/standard-app" = 9, "azure-app-service/static-web-apps/standard/standard-bandwidth-usage" = 0.2 }
    source  = "azure.microsoft.com/pricing/details/app-service/static, West Europe, 2026-08"
  }

  example "Free" {
    given  = { sku_tier = "Free" }
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
