# A container app on the consumption plan: seconds of vCPU and of GiB, at one
# price while a replica works and at a lower one while it waits, and requests.
# What is sure are the replicas that are always kept (min_replicas, none unless
# said), at the lower price; work is told by use, and taken off what waits. The
# monthly free grants are the account's and are not taken off. On a dedicated
# workload profile the environment is billed and the app costs nothing.
resource "azurerm_container_app" {
  usage "active_replica_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month that replicas work, all replicas together"
  }
  usage "monthly_requests" {
    unit        = "requests"
    description = "requests from outside a month"
  }

  let {
    by_use = lower(coalesce(self.workload_profile_name, "Consumption")) == "consumption"

    # Memory is written 0.5Gi.
    containers = first(get(self.template, "container"), [])
    vcpu       = sum([for c in let.containers : get(c, "cpu")])
    gib        = sum([for c in let.containers : tonumber(trimsuffix(get(c, "memory"), "Gi"))])
    least      = get(self.template, "min_replicas", 0)
    waiting    = max(0, let.least * hours - coalesce(usage.active_replica_hrs, 0)) * 3600
    working    = usage.active_replica_hrs == null ? null : coalesce(usage.active_replica_hrs, 0) * 3600
  }

  cost "vCPU kept ready" {
    when     = let.by_use
    quantity = let.waiting * let.vcpu
    unit     = "vCPU-second"
    price    = "container-apps/standard-standard-vcpu-idle-usage"
  }

  cost "memory kept ready" {
    when     = let.by_use
    quantity = let.waiting * let.gib
    unit     = "GiB-second"
    price    = "container-apps/standard-standard-memory-idle-usage"
  }

  cost "vCPU at work" {
    when     = let.by_use
    quantity = let.working == null ? null : coalesce(let.working, 0) * let.vcpu
    unit     = "vCPU-second"
    price    = "container-apps/standard-standard-vcpu-active-usage"
  }

  cost "memory at work" {
    when     = let.by_use
    quantity = let.working == null ? null : coalesce(let.working, 0) * let.gib
    unit     = "GiB-second"
    price    = "container-apps/standard-standard-memory-active-usage"
  }

  cost "requests" {
    when     = let.by_use
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "container-apps/standard-standard-requests"
  }

  # At least what is kept ready; without use and without a minimum, nothing runs
  # for sure.
  uses "replicas" {
    when       = let.by_use && (let.least > 0 || usage.active_replica_hrs != null)
    vcpu       = let.vcpu
    memory_gib = let.gib
    vcpu_hours = max(let.least * hours, coalesce(usage.active_replica_hrs, 0))
  }

  uses "replicas by use" {
    when = let.by_use && let.least == 0 && usage.active_replica_hrs == null
    gap  = "how long replicas work is not known"
  }

  example "one replica kept, working 100 hours" {
    given = { template = [{ min_replicas = 1, max_replicas = 10, container = [{ cpu = 0.5, memory = "1Gi" }] }] }
    usage = { active_replica_hrs = 100, monthly_requests = 5000000 }
    # 630 hours of waiting are 2,268,000 s, 100 of work 360,000 s.
    want = {
      "vCPU kept ready"   = 1134000
      "memory kept ready" = 2268000
      "vCPU at work"      = 180000
      "memory at work"    = 360000
      requests            = 5
    }
    status  = "priced"
    monthly = "23.968"
    prices = {
      "container-apps/standard-standard-vcpu-idle-usage"     = 0.000004
      "container-apps/standard-standard-memory-idle-usage"   = 0.000004
      "container-apps/standard-standard-vcpu-active-usage"   = 0.000034
      "container-apps/standard-standard-memory-active-usage" = 0.000004
      "container-apps/standard-standard-requests"            = 0.56
    }
    source = "azure.microsoft.com/pricing/details/container-apps, West Europe, 2026-08"
  }

  example "nothing kept, without use" {
    given  = { template = [{ min_replicas = 0, container = [{ cpu = 0.25, memory = "0.5Gi" }] }] }
    want   = {}
    unused = ["vCPU at work", "memory at work", "requests"]
    status = "usage"
  }

  example "on a dedicated profile" {
    given  = { workload_profile_name = "D4", template = [{ min_replicas = 3, container = [{ cpu = 1, memory = "2Gi" }] }] }
    want   = {}
    status = "free"
  }

  example "size known only after apply" {
    given  = { template = [{ min_replicas = 1, container = [{ cpu = unknown, memory = "1Gi" }] }] }
    want   = { "memory kept ready" = 2628000 }
    gaps   = ["vCPU kept ready"]
    unused = ["vCPU at work", "memory at work", "requests"]
    status = "partial"
  }
}
