# A task of a registry: seconds of its vCPUs while it builds, at one price in every
# tier. The free 6,000 seconds a month are the registry's and are not taken off. On
# a pool of agents the pool is billed and the task costs nothing. Builds told here
# and builds told at the registry are added, so tell them in one place.
resource "azurerm_container_registry_task" {
  ref "registry" {
    path  = "container_registry_id"
    types = ["azurerm_container_registry"]
  }

  usage "monthly_build_vcpu_hrs" {
    unit        = "vCPU-hours"
    description = "hours of vCPUs a month that the task runs; two vCPUs unless asked otherwise"
  }

  let {
    pooled = self.agent_pool_name != null
    tier   = lower(get(refs.registry, "sku", "Standard"))
  }

  cost "builds" {
    when     = !let.pooled
    quantity = usage.monthly_build_vcpu_hrs * 3600
    unit     = "vCPU-second"
    price    = "acr/${let.tier}-task-vcpu-duration"
    whole    = true
  }

  uses "builds" {
    when       = !let.pooled
    vcpu       = 1
    memory_gib = 2
    vcpu_hours = usage.monthly_build_vcpu_hrs
  }

  example "ten hours in a Premium registry" {
    given   = { name = "build" }
    refs    = { registry = { sku = "Premium" } }
    usage   = { monthly_build_vcpu_hrs = 10 }
    want    = { builds = 36000 }
    status  = "priced"
    monthly = "3.60"
    prices  = { "acr/premium-task-vcpu-duration" = 0.0001 }
    source  = "azure.microsoft.com/pricing/details/container-registry, West Europe, 2026-08"
  }

  example "on a pool" {
    given  = { agent_pool_name = "pool" }
    want   = {}
    status = "free"
  }

  example "registry from elsewhere, without use" {
    given  = { container_registry_id = "/subscriptions/0/registries/r" }
    want   = {}
    unused = ["builds"]
    status = "usage"
  }

  example "whether it has a pool is known only after apply" {
    given  = { agent_pool_name = unknown }
    refs   = { registry = { sku = "Basic" } }
    usage  = { monthly_build_vcpu_hrs = 10 }
    want   = {}
    gaps   = ["builds"]
    status = "gap"
  }
}
