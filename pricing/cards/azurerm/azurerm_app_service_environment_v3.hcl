# An environment of one's own for apps: free as long as plans run in it, which are
# billed as Isolated v2; empty it costs one Windows worker of the smallest size, and
# on hosts of its own it costs the hosts by the hour. Plans that are not part of
# this input may fill it: nothing is the lower end of the range.
resource "azurerm_app_service_environment_v3" {
  ref "plans" {
    by   = ["azurerm_service_plan", "azurerm_app_service_plan"]
    many = true
  }

  let {
    hosts = coalesce(self.dedicated_host_count, 0)
  }

  cost "hosts" {
    when     = let.hosts > 0
    quantity = let.hosts * hours
    unit     = "hour"
    price    = "app-service/windows/isolated-v2/idh-v2"
  }

  cost "empty environment" {
    when     = let.hosts == 0 && length(refs.plans) == 0
    quantity = hours
    low      = 0
    high     = hours
    unit     = "hour"
    price    = "app-service/windows/isolated-v2/i1-v2"
  }

  uses "hosts" {
    when = let.hosts > 0
    gap  = "no source says what hardware a host is"
  }

  example "empty" {
    given   = { name = "ase" }
    want    = { "empty environment" = 730 }
    status  = "priced"
    monthly = "416.10"
    prices  = { "app-service/windows/isolated-v2/i1-v2" = 0.57 }
    source  = "azure.microsoft.com/pricing/details/app-service/windows, West Europe, 2026-08"
  }

  example "with a plan" {
    given  = { name = "ase" }
    refs   = { plans = [{ sku_name = "I1v2" }] }
    want   = {}
    status = "free"
  }

  example "on two hosts" {
    given   = { dedicated_host_count = 2 }
    refs    = { plans = [{ sku_name = "I1v2" }] }
    want    = { hosts = 1460 }
    monthly = "7971.60"
    prices  = { "app-service/windows/isolated-v2/idh-v2" = 5.46 }
    source  = "azure.microsoft.com/pricing/details/app-service/windows, West Europe, 2026-08"
  }

  example "hosts known only after apply" {
    given  = { dedicated_host_count = unknown }
    want   = {}
    gaps   = ["hosts", "empty environment"]
    status = "gap"
  }
}
