# A Fargate profile: pods that match it, by their vCPU-hours and gigabyte-hours,
# rounded up to a size Fargate has; 20 GB of disk are included. What runs only
# use tells.
resource "aws_eks_fargate_profile" {
  usage "monthly_vcpu_hrs" {
    unit        = "vCPU-hours"
    description = "vCPU-hours of all pods a month"
  }
  usage "monthly_memory_gb_hrs" {
    unit        = "GB-hours"
    description = "gigabyte-hours of memory of all pods a month"
  }

  cost "vCPU" {
    quantity = usage.monthly_vcpu_hrs
    unit     = "vCPU-hour"
    price    = "fargate/linux/x86/vcpu"
  }
  cost "memory" {
    quantity = usage.monthly_memory_gb_hrs
    unit     = "GB-hour"
    price    = "fargate/linux/x86/memory"
  }

  uses "pods" {
    vcpu       = 1
    memory_gib = usage.monthly_memory_gb_hrs / max(1, usage.monthly_vcpu_hrs)
    vcpu_hours = usage.monthly_vcpu_hrs
  }

  example "two pods of half a vCPU and a gigabyte" {
    given   = { fargate_profile_name = "p" }
    usage   = { monthly_vcpu_hrs = 730, monthly_memory_gb_hrs = 1460 }
    want    = { vCPU = 730, memory = 1460 }
    monthly = "36.0401"
    prices  = { "fargate/linux/x86/vcpu" = 0.04048, "fargate/linux/x86/memory" = 0.004445 }
    source  = "aws.amazon.com/fargate/pricing, us-east-1, 2025-10"
    status  = "priced"
  }

  example "use not given" {
    given  = { fargate_profile_name = unknown }
    want   = {}
    unused = ["vCPU", "memory"]
    status = "usage"
  }
}
