# An Auto Scaling group: its instances, as many as desired (else the minimum),
# with the range from minimum to maximum. The group itself is free; what an
# instance is comes from a launch template, a launch configuration or the first
# override of a mixed instances policy.
resource "aws_autoscaling_group" {
  assume "desired_capacity" {
    why = "not configured: the group starts at its minimum"
  }
  assume "launch_template" {
    why = "not configured"
  }
  assume "mixed_instances_policy" {
    why = "not configured"
  }
  assume "launch_configuration" {
    why = "not configured"
  }

  ref "by_id" {
    path  = "launch_template.id"
    types = ["aws_launch_template"]

    assume "block_device_mappings.ebs.volume_type" {
      value = "gp2"
      why   = "gp2, the default of the API"
    }
    assume "block_device_mappings.ebs.volume_size" {
      why = "the image's size"
    }
    assume "block_device_mappings.ebs.iops" {
      why = "what the kind includes"
    }
    assume "block_device_mappings.ebs.throughput" {
      why = "what the kind includes"
    }
  }
  ref "by_name" {
    path  = "launch_template.name"
    types = ["aws_launch_template"]

    assume "block_device_mappings.ebs.volume_type" {
      value = "gp2"
      why   = "gp2, the default of the API"
    }
    assume "block_device_mappings.ebs.volume_size" {
      why = "the image's size"
    }
    assume "block_device_mappings.ebs.iops" {
      why = "what the kind includes"
    }
    assume "block_device_mappings.ebs.throughput" {
      why = "what the kind includes"
    }
  }
  ref "mixed" {
    path  = "mixed_instances_policy.launch_template.launch_template_specification.launch_template_id"
    types = ["aws_launch_template"]

    assume "block_device_mappings.ebs.volume_type" {
      value = "gp2"
      why   = "gp2, the default of the API"
    }
    assume "block_device_mappings.ebs.volume_size" {
      why = "the image's size"
    }
    assume "block_device_mappings.ebs.iops" {
      why = "what the kind includes"
    }
    assume "block_device_mappings.ebs.throughput" {
      why = "what the kind includes"
    }
  }
  ref "configuration" {
    path  = "launch_configuration"
    types = ["aws_launch_configuration"]

    assume "root_block_device" {
      why = "not configured: the image's disk, taken as 8 GB of gp2"
    }
    assume "root_block_device.volume_type" {
      value = "gp2"
      why   = "gp2, the default of the API"
    }
    assume "root_block_device.volume_size" {
      value = 8
      why   = "the image's size, taken as 8 GB"
    }
    assume "root_block_device.iops" {
      why = "what the kind includes"
    }
    assume "root_block_device.throughput" {
      why = "what the kind includes"
    }
    assume "ebs_block_device" {
      why = "not configured: no further disk, unless the image has one"
    }
    assume "ebs_block_device.volume_type" {
      value = "gp2"
      why   = "gp2, the default of the API"
    }
    assume "ebs_block_device.iops" {
      why = "what the kind includes"
    }
    assume "ebs_block_device.throughput" {
      why = "what the kind includes"
    }
  }

  usage "operating_system" {
    values      = ["linux", "windows", "rhel", "suse"]
    default     = "linux"
    description = "the image decides it, and a plan does not show it"
  }
  usage "instances" {
    unit        = "instances"
    default     = null
    description = "how many run on average, where that is not the desired capacity"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the group runs, where that is not all 730"
  }

  let {
    policy   = get(self.mixed_instances_policy, "instances_distribution")
    override = get(self.mixed_instances_policy, "launch_template.override.instance_type")
    template = first(refs.by_id, refs.by_name, refs.mixed)
    launch   = first(let.template, refs.configuration)
    type     = first(let.override, get(let.launch, "instance_type"))

    desired = coalesce(usage.instances, self.desired_capacity, self.min_size)
    # Without a desired capacity the carbon method takes the mean; money takes
    # what is sure to run.
    base     = get(let.policy, "on_demand_base_capacity", 0)
    percent  = get(let.policy, "on_demand_percentage_above_base_capacity", 100)
    all_spot = get(let.template, "instance_market_options.market_type", get(refs.configuration, "spot_price") == null ? "" : "spot") == "spot"
    ondemand = let.all_spot ? 0 : min(let.desired, let.base + ceil(max(0, let.desired - let.base) * let.percent / 100))

    ranged = usage.instances == null
    instance = {
      instance_type     = let.type
      tenancy           = get(let.template, "placement.tenancy", get(refs.configuration, "placement_tenancy"))
      monitoring        = get(let.template, "monitoring.enabled", get(refs.configuration, "enable_monitoring"))
      root_block_device = let.root
      ebs_block_device  = let.disks
    }
    mappings = get(let.template, "block_device_mappings", [])
    roots    = ["/dev/xvda", "/dev/sda1"]
    mapped   = [for m in let.mappings : get(m, "ebs") if contains(let.roots, get(m, "device_name", ""))]
    root     = first(concat(let.mapped, [get(refs.configuration, "root_block_device")])...)
    disks    = concat([for m in let.mappings : get(m, "ebs") if !contains(let.roots, get(m, "device_name", "")) && length(get(m, "ebs", [])) > 0], get(refs.configuration, "ebs_block_device", []))
  }

  part "on-demand" {
    card  = "aws_instance"
    given = let.instance
    usage = { operating_system = usage.operating_system, monthly_hrs = usage.monthly_hrs }
    count = let.ondemand
    low   = let.ranged && !let.all_spot && let.ondemand == let.desired ? self.min_size : let.ondemand
    high  = let.ranged && !let.all_spot && let.ondemand == let.desired ? self.max_size : let.ondemand
  }

  part "spot" {
    card  = "aws_instance"
    given = merge(let.instance, { instance_market_options = [{ market_type = "spot" }] })
    usage = { operating_system = usage.operating_system, monthly_hrs = usage.monthly_hrs }
    when  = let.desired - let.ondemand > 0
    count = let.desired - let.ondemand
  }

  example "two of m5.large from a template" {
    given   = { min_size = 1, max_size = 4, desired_capacity = 2, launch_template = [{ id = unknown }] }
    refs    = { by_id = { instance_type = "m5.large", block_device_mappings = [{ device_name = "/dev/xvda", ebs = [{ volume_size = 20, volume_type = "gp3" }] }] } }
    want    = { "on-demand: instance" = 1460, "on-demand: root disk: storage" = 40 }
    monthly = "143.36"
    prices  = { "ec2/m5.large/linux/on-demand" = 0.096, "ebs/gp3/storage" = 0.08 }
    source  = "aws.amazon.com/ec2/pricing/on-demand and aws.amazon.com/ebs/pricing, us-east-1, 2026-07"
  }

  example "no desired capacity: the minimum" {
    given   = { min_size = 3, max_size = 3, desired_capacity = unknown }
    omitted = ["desired_capacity"]
    refs    = { by_name = { instance_type = "t3.micro" } }
    want    = { "on-demand: instance" = 2190, "on-demand: root disk: storage" = 24 }
  }

  example "half on spot above one" {
    given = {
      min_size         = 5
      max_size         = 5
      desired_capacity = 5
      mixed_instances_policy = [{
        instances_distribution = [{ on_demand_base_capacity = 1, on_demand_percentage_above_base_capacity = 50 }]
        launch_template        = [{ override = [{ instance_type = "m5.large" }, { instance_type = "m5a.large" }] }]
      }]
    }
    refs = { mixed = { instance_type = "c5.large" } }
    want = {
      "on-demand: instance"           = 2190
      "on-demand: root disk: storage" = 24
      "spot: instance"                = 1460
      "spot: root disk: storage"      = 16
    }
  }

  example "template out of sight" {
    given  = { min_size = 1, max_size = 1, desired_capacity = 1 }
    refs   = { by_id = unknown }
    want   = {}
    gaps   = ["on-demand", "spot"]
    status = "gap"
  }
}
