# A job of container apps: seconds of vCPU and of GiB while its replicas run, at the
# price of work, and nothing between runs; jobs have no price for requests. The
# monthly free grants are the account's and are not taken off. On a dedicated
# workload profile the environment is billed and the job costs nothing.
resource "azurerm_container_app_job" {
  usage "active_replica_hrs" {
    unit        = "hours"
    description = "hours a month that replicas run, all replicas together"
  }

  let {
    by_use     = lower(coalesce(self.workload_profile_name, "Consumption")) == "consumption"
    # Memory is written 0.5Gi.
    containers = first(get(self.template, "container"), [])
    vcpu       = sum([for c in let.containers : get(c, "cpu")])
    gib        = sum([for c in let.containers : tonumber(trimsuffix(get(c, "memory"), "Gi"))])
  }

  cost "vCPU" {
    when     = let.by_use
    quantity = usage.active_replica_hrs * 3600 * let.vcpu
    unit     = "vCPU-second"
    price    = "container-apps/standard-standard-vcpu-active-usage"
  }

  cost "memory" {
    when     = let.by_use
    quantity = usage.active_replica_hrs * 3600 * let.gib
    unit     = "GiB-second"
    price    = "container-apps/standard-standard-memory-active-usage"
  }

  uses "replicas" {
    when       = let.by_use
    vcpu       = let.vcpu
    memory_gib = let.gib
    vcpu_hours = usage.active_replica_hrs
  }

  example "100 hours of half a vCPU" {
    given   = { template = [{ container = [{ cpu = 0.5, memory = "1Gi" }] }] }
    usage   = { active_replica_hrs = 100 }
    want    = { vCPU = 180000, memory = 360000 }
    status  = "priced"
    monthly = "7.56"
    prices  = { "container-apps/standard-standard-vcpu-active-usage" = 0.000034, "container-apps/standard-standard-memory-active-usage" = 0.000004 }
    source  = "azure.microsoft.com/pricing/details/container-apps, West Europe, 2026-08"
  }

  example "without use" {
    given  = { template = [{ container = [{ cpu = 0.5, memory = "1Gi" }] }] }
    want   = {}
    unused = ["vCPU", "memory"]
    status = "usage"
  }

  example "on a dedicated profile" {
    given  = { workload_profile_name = "general", template = [{ container = [{ cpu = 0.5, memory = "1Gi" }] }] }
    want   = {}
    status = "free"
  }

  example "size known only after apply" {
    given  = { template = [{ container = [{ cpu = unknown, memory = "1Gi" }] }] }
    usage  = { active_replica_hrs = 100 }
    want   = { memory = 360000 }
    gaps   = ["vCPU"]
    status = "partial"
  }
}
