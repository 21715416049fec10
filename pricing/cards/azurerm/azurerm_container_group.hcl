# A container group (Azure Container Instances): hours of the vCPUs and of the
# memory that its containers ask for, as long as the group exists, and the
# Windows software by the second of each vCPU. Spot and confidential groups have
# prices of their own. A group that ends by itself (restart policy Never or
# OnFailure) runs shorter: say so in hours. GPUs are retired and have no price here.
resource "azurerm_container_group" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the group runs, where that is not all 730"
  }

  let {
    hours        = coalesce(usage.monthly_hrs, hours)
    spot         = lower(coalesce(self.priority, "Regular")) == "spot"
    confidential = lower(coalesce(self.sku, "Standard")) == "confidential"
    vcpu         = sum([for c in self.container : get(c, "cpu")])
    gb           = sum([for c in self.container : get(c, "memory")])
    meter        = let.confidential ? "confidential-containers-aci-confidential-containers-aci" : let.spot ? "standard-spot-standard-spot" : "standard-standard"
    gpus         = length(flatten([for c in self.container : first(get(c, "gpu"), [])])) > 0
  }

  cost "vCPU" {
    quantity = let.vcpu * let.hours
    unit     = "vCPU-hour"
    price    = "aci/${let.meter}-vcpu-duration"
  }

  cost "memory" {
    quantity = let.gb * let.hours
    unit     = "GB-hour"
    price    = "aci/${let.meter}-memory-duration"
  }

  cost "Windows" {
    when     = lower(coalesce(self.os_type, "Linux")) == "windows"
    quantity = let.vcpu * let.hours * 3600
    unit     = "vCPU-second"
    price    = "aci/standard-standard-windows-software-duration"
  }

  cost "GPU" {
    when     = let.gpus
    quantity = let.hours
    unit     = "hour"
    price    = null
    hint     = "GPUs in container groups are retired"
  }

  uses "containers" {
    vcpu       = let.vcpu
    memory_gib = let.gb
    vcpu_hours = let.hours
  }

  example "two Linux containers" {
    given   = { os_type = "Linux", container = [{ cpu = 1, memory = 1.5 }, { cpu = 0.5, memory = 1 }] }
    want    = { vCPU = 1095, memory = 1825 }
    status  = "priced"
    monthly = "60.35275"
    prices  = { "aci/standard-standard-vcpu-duration" = 0.0466, "aci/standard-standard-memory-duration" = 0.00511 }
    source  = "azure.microsoft.com/pricing/details/container-instances, West Europe, 2026-08"
  }

  example "Windows for 100 hours" {
    given   = { os_type = "Windows", restart_policy = "Never", container = [{ cpu = 2, memory = 4 }] }
    usage   = { monthly_hrs = 100 }
    want    = { vCPU = 200, memory = 400, Windows = 720000 }
    monthly = "20.004"
    prices  = { "aci/standard-standard-vcpu-duration" = 0.0466, "aci/standard-standard-memory-duration" = 0.00511, "aci/standard-standard-windows-software-duration" = 0.000012 }
    source  = "azure.microsoft.com/pricing/details/container-instances, West Europe, 2026-08"
  }

  example "spot" {
    given  = { os_type = "Linux", priority = "Spot", container = [{ cpu = 1, memory = 1 }] }
    want   = { vCPU = 730, memory = 730 }
    prices = { "aci/standard-spot-standard-spot-vcpu-duration" = 0.01398 }
  }

  example "with a GPU" {
    given = { os_type = "Linux", container = [{ cpu = 1, memory = 1, gpu = [{ count = 1, sku = "V100" }] }] }
    want  = { vCPU = 730, memory = 730 }
    gaps  = ["GPU"]
  }

  example "size known only after apply" {
    given  = { os_type = "Linux", container = [{ cpu = unknown, memory = 1 }] }
    want   = { memory = 730 }
    gaps   = ["vCPU"]
    status = "partial"
  }
}
