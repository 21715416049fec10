# An endpoint that is a profile itself: its health checks by the month, and more by the hour where
# the profile asks every ten seconds. Without checks (switched off) it is
# free. The price is the same everywhere; the catalogue holds it under West Europe.
resource "azurerm_traffic_manager_nested_endpoint" {
  ref "profile" {
    path  = "profile_id"
    types = ["azurerm_traffic_manager_profile"]
  }

  let {
    checked = coalesce(self.enabled, true)
    # 30 seconds is the provider's default.
    fast = get(refs.profile, "monitor_config.interval_in_seconds", 30) == 10
  }

  cost "health checks" {
    when     = let.checked
    quantity = 1
    unit     = "month"
    price    = "traffic-manager/health-check/azure"
    region   = "westeurope"
  }

  cost "fast health checks" {
    when     = let.checked && let.fast
    quantity = hours
    unit     = "hour"
    price    = "component/azurerm_traffic_manager_azure_endpoint/fast-interval-health-checks-add-on-global"
    region   = "westeurope"
  }

  uses "health checks" {
    when = let.checked
    gap  = "no figure exists for health checks"
  }

  example "checked every thirty seconds" {
    given   = { name = "west", enabled = true }
    refs    = { profile = { monitor_config = [{ interval_in_seconds = 30 }] } }
    want    = { "health checks" = 1 }
    status  = "priced"
    monthly = "0.36"
    prices  = { "traffic-manager/health-check/azure" = 0.36 }
    source  = "azure.microsoft.com/pricing/details/traffic-manager, 2021-12"
  }

  example "checked every ten seconds" {
    given   = { name = "west", enabled = true }
    refs    = { profile = { monitor_config = [{ interval_in_seconds = 10 }] } }
    want    = { "health checks" = 1, "fast health checks" = 730 }
    monthly = "1.3601"
    prices  = { "traffic-manager/health-check/azure" = 0.36, "component/azurerm_traffic_manager_azure_endpoint/fast-interval-health-checks-add-on-global" = 0.00137 }
    source  = "azure.microsoft.com/pricing/details/traffic-manager, 2021-12 and 2024-07"
  }

  example "switched off" {
    given  = { name = "west", enabled = false }
    want   = {}
    status = "free"
  }

  example "interval known only after apply" {
    given  = { name = "west" }
    refs   = { profile = { monitor_config = [{ interval_in_seconds = unknown }] } }
    want   = { "health checks" = 1 }
    gaps   = ["fast health checks"]
    status = "partial"
  }
}
