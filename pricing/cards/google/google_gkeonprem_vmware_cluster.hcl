# A GKE cluster on VMware: a fee on each vCPU of its worker nodes by the hour,
# wherever they are. The machines are billed by who runs them; node pools are
# resources of their own and cost nothing here.
resource "google_gkeonprem_vmware_cluster" {
  usage "vcpu_count" {
    unit        = "vCPUs"
    description = "vCPUs of its worker nodes, on average over the month"
  }

  cost "vCPUs" {
    quantity = usage.vcpu_count * hours
    unit     = "vCPU-hour"
    price    = "gke-enterprise/vsphere"
  }

  uses "nodes" {
    gap = "its machines are not Google's"
  }

  example "four vCPUs" {
    given   = { name = "c" }
    usage   = { vcpu_count = 4 }
    want    = { vCPUs = 2920 }
    status  = "priced"
    monthly = "96.0096"
    prices  = { "gke-enterprise/vsphere" = 0.03288 }
    source  = "cloud.google.com/kubernetes-engine/enterprise/pricing, 2026-08"
  }

  example "no use given" {
    given  = { location = unknown }
    want   = {}
    unused = ["vCPUs"]
    status = "usage"
  }
}
