# The old form of azurerm_service_plan, which says what is billed. The system is
# Linux with kind Linux or reserved, else Windows.
resource "azurerm_app_service_plan" {
  assume "sku.capacity" {
    value = 1
    why   = "one worker, the default of the API"
  }
  assume "maximum_elastic_worker_count" {
    why = "not configured: no range"
  }

  ref "autoscale" {
    by = ["azurerm_monitor_autoscale_setting"]
  }

  usage "instances" {
    unit        = "workers"
    default     = null
    description = "how many workers run on average, where that is not what the plan asks for"
  }

  let {
    linux = lower(coalesce(self.kind, "Windows")) == "linux" || coalesce(self.reserved, false)
    asked = coalesce(usage.instances, get(self.sku, "capacity", 1))
  }

  part "plan" {
    card = "azurerm_service_plan"
    given = {
      sku_name                     = get(self.sku, "size")
      os_type                      = let.linux ? "Linux" : "Windows"
      worker_count                 = 1
      maximum_elastic_worker_count = null
    }
    count = let.asked
    low   = usage.instances != null ? let.asked : get(refs.autoscale, "profile.capacity.minimum", let.asked)
    high  = usage.instances != null ? let.asked : get(refs.autoscale, "profile.capacity.maximum", coalesce(self.maximum_elastic_worker_count, let.asked))
  }

  example "two of S1 on Windows" {
    given   = { kind = "Windows", sku = [{ tier = "Standard", size = "S1", capacity = 2 }] }
    want    = { "plan: workers" = 1460 }
    monthly = "146.00"
    prices  = { "app-service/windows/standard/s1" = 0.1 }
    source  = "azure.microsoft.com/pricing/details/app-service/windows, West Europe, 2026-08"
  }

  example "Linux by reserved" {
    given   = { kind = "elastic", reserved = true, sku = [{ tier = "ElasticPremium", size = "EP1", capacity = unknown }] }
    omitted = ["sku.capacity"]
    want    = { "plan: vCPU" = 730, "plan: memory" = 2555 }
    monthly = "154.2855"
    prices  = { "functions/premium-functions/premium/premium-vcpu-duration" = 0.169, "functions/premium-functions/premium/premium-memory-duration" = 0.0121 }
    source  = "azure.microsoft.com/pricing/details/functions, West Europe, 2026-08"
  }

  example "consumption" {
    given  = { kind = "FunctionApp", sku = [{ tier = "Dynamic", size = "Y1" }] }
    want   = {}
    status = "free"
  }

  example "number of workers known only after apply" {
    given  = { kind = "Linux", sku = [{ tier = "Standard", size = "S1", capacity = unknown }] }
    want   = {}
    gaps   = ["plan"]
    status = "gap"
  }
}
