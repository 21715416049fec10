# An AKS cluster of the automatic kind: hours of its control plane, and of every
# vCPU of its nodes a charge by the kind of machine, on top of the machines, which
# the cluster makes as its workloads ask. How many vCPUs that are only use can tell;
# the machines themselves are not part of this.
resource "azurerm_kubernetes_automatic_cluster" {
  usage "vcpu_hours" {
    keys = {
      general_purpose          = "vCPU-hours"
      compute_optimized        = "vCPU-hours"
      memory_optimized         = "vCPU-hours"
      storage_optimized        = "vCPU-hours"
      gpu_accelerated          = "vCPU-hours"
      high_performance_compute = "vCPU-hours"
      confidential_compute     = "vCPU-hours"
    }
    default     = null
    description = "hours a month of the vCPUs of its nodes, by the kind of machine"
  }

  let {
    kinds = ["general_purpose", "compute_optimized", "memory_optimized", "storage_optimized", "gpu_accelerated", "high_performance_compute", "confidential_compute"]
    told  = { for k in let.kinds : replace(k, "_", "-") => get(usage.vcpu_hours, k) if get(usage.vcpu_hours, k) != null }
  }

  cost "control plane" {
    quantity = hours
    unit     = "hour"
    price    = "aks/automatic-automatic-hosted-control-plane"
  }

  cost "vCPU" {
    for_each = let.told
    quantity = each.value
    unit     = "vCPU-hour"
    price    = "aks/automatic-automatic-${each.key}"
  }

  cost "nodes" {
    when     = length(let.told) == 0
    quantity = hours
    unit     = "hour"
    price    = null
    hint     = "what nodes the cluster makes is decided when it runs"
  }

  uses "nodes" { gap = "what nodes the cluster makes is decided when it runs" }

  example "sixteen vCPUs of general purpose" {
    given   = { name = "auto" }
    usage   = { vcpu_hours = { general_purpose = 11680 } }
    want    = { "control plane" = 730, "vCPU general-purpose" = 11680 }
    status  = "priced"
    monthly = "247.76784"
    prices  = { "aks/automatic-automatic-hosted-control-plane" = 0.16, "aks/automatic-automatic-general-purpose" = 0.011213 }
    source  = "azure.microsoft.com/pricing/details/kubernetes-service, West Europe, 2026-08"
  }

  example "without use, name known only after apply" {
    given  = { name = unknown }
    want   = { "control plane" = 730 }
    gaps   = ["nodes"]
    status = "partial"
  }
}
