# An environment for container apps: free with the consumption plan alone. Dedicated
# workload profiles bring a management fee, by the hour once for all of them, and
# the vCPUs, memory and GPUs of their instances, from their least to their most.
# Apps on the consumption plan are billed themselves.
resource "azurerm_container_app_environment" {
  usage "workload_profile" {
    keys        = { instances = "instances" }
    default     = null
    description = "how many instances run on average in each dedicated profile, where that is not its least"
  }

  let {
    profiles = { for p in first(self.workload_profile, []) : get(p, "name") => p if !startswith(lower(get(p, "workload_profile_type")), "consumption") }
    # D4 to D32 and E4 to E32 say their vCPUs; NC24-A100 to NC96-A100 too.
    letters = { for k, p in let.profiles : k => regex("^([a-z]+)([0-9]+)", lower(get(p, "workload_profile_type"))) }
    vcpu    = { for k, l in let.letters : k => tonumber(l[1]) }
    per     = { d = 4, e = 8, nc = 220 / 24 }
    least   = { for k, p in let.profiles : k => get(p, "minimum_count", 0) }
    most    = { for k, p in let.profiles : k => get(p, "maximum_count", let.least[k]) }
    told    = get(usage.workload_profile, "instances")
    key     = "azure-container-apps/azure-container-apps/dedicated/dedicated"
  }

  cost "management" {
    when     = length(let.profiles) > 0
    quantity = hours
    unit     = "hour"
    price    = "${let.key}-plan-management"
  }

  cost "vCPU" {
    for_each = let.profiles
    quantity = first(let.told, let.least[each.key]) * let.vcpu[each.key] * hours
    low      = first(let.told, let.least[each.key]) * let.vcpu[each.key] * hours
    high     = first(let.told, let.most[each.key]) * let.vcpu[each.key] * hours
    unit     = "vCPU-hour"
    price    = "${let.key}-vcpu-usage"
  }

  cost "memory" {
    for_each = let.profiles
    quantity = first(let.told, let.least[each.key]) * let.vcpu[each.key] * let.per[let.letters[each.key][0]] * hours
    low      = first(let.told, let.least[each.key]) * let.vcpu[each.key] * let.per[let.letters[each.key][0]] * hours
    high     = first(let.told, let.most[each.key]) * let.vcpu[each.key] * let.per[let.letters[each.key][0]] * hours
    unit     = "GiB-hour"
    price    = "${let.key}-memory-usage"
  }

  # One A100 for 24 vCPUs.
  cost "GPU" {
    for_each = { for k, p in let.profiles : k => p if let.letters[k][0] == "nc" }
    quantity = first(let.told, let.least[each.key]) * let.vcpu[each.key] / 24 * hours
    low      = first(let.told, let.least[each.key]) * let.vcpu[each.key] / 24 * hours
    high     = first(let.told, let.most[each.key]) * let.vcpu[each.key] / 24 * hours
    unit     = "hour"
    price    = "${let.key}-gpu-usage"
  }

  uses "instances" {
    when       = length(let.profiles) > 0
    vcpu       = sum(concat([0], [for k, p in let.profiles : first(let.told, let.least[k]) * let.vcpu[k]]))
    memory_gib = sum(concat([0], [for k, p in let.profiles : first(let.told, let.least[k]) * let.vcpu[k] * let.per[let.letters[k][0]]]))
    vcpu_hours = hours
  }

  example "a profile of D4, one to three" {
    given   = { workload_profile = [{ name = "Consumption", workload_profile_type = "Consumption" }, { name = "general", workload_profile_type = "D4", minimum_count = 1, maximum_count = 3 }] }
    want    = { management = 730, "vCPU general" = 2920, "memory general" = 11680 }
    status  = "priced"
    monthly = "386.64012"
    prices = {
      "azure-container-apps/azure-container-apps/dedicated/dedicated-plan-management" = 0.1
      "azure-container-apps/azure-container-apps/dedicated/dedicated-vcpu-usage"      = 0.080859
      "azure-container-apps/azure-container-apps/dedicated/dedicated-memory-usage"    = 0.006638
    }
    source = "azure.microsoft.com/pricing/details/container-apps, West Europe, 2026-08"
  }

  example "a GPU, two instances on average" {
    given  = { workload_profile = [{ name = "gpu", workload_profile_type = "NC24-A100", minimum_count = 0, maximum_count = 4 }] }
    usage  = { workload_profile = { instances = 2 } }
    want   = { management = 730, "vCPU gpu" = 35040, "memory gpu" = 321200, "GPU gpu" = 1460 }
    status = "priced"
  }

  example "consumption alone" {
    given  = { name = "env" }
    want   = {}
    status = "free"
  }

  example "number known only after apply" {
    given  = { workload_profile = [{ name = "general", workload_profile_type = "D4", minimum_count = unknown, maximum_count = 3 }] }
    want   = { management = 730 }
    gaps   = ["vCPU general", "memory general"]
    status = "partial"
  }
}
