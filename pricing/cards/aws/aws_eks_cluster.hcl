# An EKS cluster: hours of its control plane, with a surcharge once the
# Kubernetes version is past standard support. Nodes are billed apart, as
# instances, node groups or Fargate pods.
#
# Whether a version is in extended support depends on the day; the calendar
# below is judged on the day of this edition of the catalogue. A cluster whose
# upgrade policy is STANDARD is upgraded instead of surcharged. Auto Mode adds a
# fee to each of its instances, which a plan does not show.
resource "aws_eks_cluster" {
  assume "version" {
    why = "not configured: the newest version, which is in standard support"
  }
  assume "upgrade_policy" {
    why = "EXTENDED, the default of the API"
  }
  assume "upgrade_policy.support_type" {
    value = "EXTENDED"
    why   = "EXTENDED, the default of the API"
  }
  assume "compute_config.enabled" {
    value = false
    why   = "no Auto Mode"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the cluster exists, where that is not all 730"
  }
  usage "auto_mode_instance_hrs" {
    unit        = "instance-hours"
    default     = null
    description = "hours of the instances that Auto Mode manages"
  }
  usage "hybrid_node_vcpu_hrs" {
    unit        = "vCPU-hours"
    default     = null
    description = "vCPU-hours of hybrid nodes"
  }

  let {
    # Last day of standard support (year, month, day), by the release calendar
    # of the EKS user guide as of 2026-04; the day it is judged on.
    as_of = 20261121
    standard_until = {
      "1.23" = 20231011
      "1.24" = 20240131
      "1.25" = 20240501
      "1.26" = 20240611
      "1.27" = 20240724
      "1.28" = 20241126
      "1.29" = 20250323
      "1.30" = 20250723
      "1.31" = 20251126
      "1.32" = 20260323
      "1.33" = 20260729
      "1.34" = 20261202
      "1.35" = 20270327
    }
    minor = self.version == null ? 999 : parseint(regex("^1\\.(\\d+)", self.version)[0], 10)
    # Older than the calendar: long past support. Newer: in it.
    until = lookup(let.standard_until, "1.${let.minor}", let.minor < 23 ? 0 : 99999999)

    hours    = coalesce(usage.monthly_hrs, hours)
    support  = upper(get(self.upgrade_policy, "support_type", "EXTENDED"))
    extended = let.until < let.as_of && let.support != "STANDARD"
    tier     = lower(get(self.control_plane_scaling_config, "tier", "standard"))
    auto     = get(self.compute_config, "enabled", false)
    hybrid   = length(self.remote_network_config) > 0
  }

  cost "cluster" {
    quantity = let.hours
    unit     = "hour"
    price    = "eks/cluster"
  }

  cost "extended support" {
    when     = let.extended
    quantity = let.hours
    unit     = "hour"
    price    = "eks/cluster/extended-support-surcharge"
  }

  cost "provisioned control plane" {
    when     = let.tier != "standard"
    quantity = let.hours
    unit     = "hour"
    price    = "eks/control-plane/${let.tier}"
  }

  cost "Auto Mode fee" {
    when     = let.auto
    quantity = usage.auto_mode_instance_hrs
    unit     = "hour"
    price    = "eks/auto-mode"
  }

  cost "hybrid nodes" {
    when     = let.hybrid
    quantity = usage.hybrid_node_vcpu_hrs
    unit     = "vCPU-hour"
    price    = "eks/hybrid-node/vcpu"
  }

  uses "control plane" {
    gap = "no figure for what the provider runs for a control plane"
  }
  uses "Auto Mode nodes" {
    when = let.auto
    gap  = "the instances Auto Mode starts are not in the plan"
  }

  example "in standard support" {
    given   = { version = "1.34" }
    want    = { cluster = 730 }
    monthly = "73.00"
    prices  = { "eks/cluster" = 0.10 }
    source  = "aws.amazon.com/eks/pricing, us-east-1, 2025-10"
    status  = "priced"
  }

  example "in extended support" {
    given   = { version = "1.31", upgrade_policy = [{ support_type = "EXTENDED" }] }
    want    = { cluster = 730, "extended support" = 730 }
    monthly = "438.00"
    prices  = { "eks/cluster" = 0.10, "eks/cluster/extended-support-surcharge" = 0.50 }
    source  = "aws.amazon.com/eks/pricing, us-east-1, 2025-10"
  }

  example "support just ended" {
    given = { version = "1.33" }
    want  = { cluster = 730, "extended support" = 730 }
  }

  example "upgraded instead of surcharged" {
    given = { version = "1.31", upgrade_policy = [{ support_type = "STANDARD" }] }
    want  = { cluster = 730 }
  }

  example "version left out" {
    given   = { version = unknown, upgrade_policy = unknown, compute_config = [] }
    omitted = ["version", "upgrade_policy"]
    want    = { cluster = 730 }
    status  = "priced"
  }

  example "version known only after apply" {
    given  = { version = unknown }
    want   = { cluster = 730 }
    gaps   = ["extended support"]
    status = "partial"
  }

  example "newer than the calendar" {
    given = { version = "1.37" }
    want  = { cluster = 730 }
  }

  example "older than the calendar" {
    given = { version = "1.21" }
    want  = { cluster = 730, "extended support" = 730 }
  }

  example "Auto Mode and a provisioned control plane" {
    given = {
      version                      = "1.34"
      compute_config               = [{ enabled = true }]
      control_plane_scaling_config = [{ tier = "tier-xl" }]
    }
    want    = { cluster = 730, "provisioned control plane" = 730 }
    monthly = "1277.50" # 730 x (0.10 + 1.65)
    prices  = { "eks/cluster" = 0.10, "eks/control-plane/tier-xl" = 1.65 }
    source  = "aws.amazon.com/eks/pricing, us-east-1, 2026"
    unused  = ["Auto Mode fee"]
  }
}
