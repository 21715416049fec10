# A GKE cluster on AWS: a fee on each vCPU of its worker nodes by the hour,
# wherever they are. The machines are billed by who runs them; node pools are
# resources of their own and cost nothing here.
resource "google_container_aws_cluster" {
  usage "vcpu_count" {
    unit        = "vCPUs"
    description = "vCPUs of its worker nodes, on average over the month"
  }

  cost "vCPUs" {
    quantity = usage.vcpu_count * hours
    unit     = "vCPU-hour"
    price    = "gke-enterprise/multicloud/aws"
  }

  uses "nodes" {
    gap = "its machines are not Google's"
  }

  example "four vCPUs" {
    given   = { name = "c" }
    usage   = { vcpu_count = 4 }
    want    = { vCPUs = 2920 }
    status  = "priced"
    monthly = "24.0024"
    prices  = { "gke-enterprise/multicloud/aws" = 0.00822 }
    source  = "cloud.google.com/kubernetes-engine/enterprise/pricing, 2026-08"
  }

  example "no use given" {
    given  = { location = unknown }
    want   = {}
    unused = ["vCPUs"]
    status = "usage"
  }
}
