# An Auto Scaling group: its instances, as many as desired (else the minimum),
# with the range from minimum to maximum. The group itself is free; what an
# instance is comes from a launch template, a launch configuration or the first
# override of a mixed instances policy. Where overrides have a weight, sizes of
# the group count units of capacity, of which an instance is as many as it weighs.
# Public IPv4 addresses are billed where the template or the first subnet in sight
# asks for them.
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

  ref "mixed_by_name" {
    path  = "mixed_instances_policy.launch_template.launch_template_specification.launch_template_name"
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

    assume "associate_public_ip_address" {
      why = "not configured: the subnet decides, where it is in sight"
    }
    assume "root_block_device" {
      why = "not configured: the image's disk, taken as 8 GB of gp2 (Windows: 30 GB)"
    }
    assume "root_block_device.volume_type" {
      value = "gp2"
      why   = "gp2, the default of the API"
    }
    assume "root_block_device.volume_size" {
      why = "the image's size, taken as 8 GB (Windows: 30 GB)"
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

  ref "subnet" {
    path  = "vpc_zone_identifier"
    types = ["aws_subnet"]
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
    template = first(refs.by_id, refs.by_name, refs.mixed, refs.mixed_by_name)
    launch   = first(let.template, refs.configuration)
    type     = first(let.override, get(let.launch, "instance_type"))

    # Sizes of the group are units of capacity: an instance is as many as it
    # weighs. What usage says are instances.
    heavy   = tonumber(coalesce(get(self.mixed_instances_policy, "launch_template.override.weighted_capacity"), "1"))
    weight  = usage.instances == null ? let.heavy : 1
    desired = coalesce(usage.instances, self.desired_capacity, self.min_size)
    # Without a desired capacity the carbon method takes the mean; money takes
    # what is sure to run.
    base     = get(let.policy, "on_demand_base_capacity", 0)
    percent  = get(let.policy, "on_demand_percentage_above_base_capacity", 100)
    all_spot = get(let.template, "instance_market_options.market_type", get(refs.configuration, "spot_price") == null ? "" : "spot") == "spot"
    ondemand = let.all_spot ? 0 : min(let.desired, let.base + ceil(max(0, let.desired - let.base) * let.percent / 100))

    ranged = usage.instances == null
    asked  = tostring(get(let.template, "network_interfaces.associate_public_ip_address", get(refs.configuration, "associate_public_ip_address", "")))
    public = coalesce(let.asked, "") == "" ? known(get(refs.subnet, "map_public_ip_on_launch"), false) : let.asked == "true"

    instance = {
      instance_type               = let.type
      tenancy                     = get(let.template, "placement.tenancy", get(refs.configuration, "placement_tenancy"))
      monitoring                  = get(let.template, "monitoring.enabled", get(refs.configuration, "enable_monitoring"))
      associate_public_ip_address = let.public
      root_block_device           = let.root
      ebs_block_device            = let.disks
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
    count = ceil(let.ondemand / let.weight)
    low   = ceil((let.ranged && !let.all_spot && let.ondemand == let.desired ? self.min_size : let.ondemand) / let.weight)
    high  = ceil((let.ranged && !let.all_spot && let.ondemand == let.desired ? self.max_size : let.ondemand) / let.weight)
  }

  part "spot" {
    card  = "aws_instance"
    given = merge(let.instance, { instance_market_options = [{ market_type = "spot" }] })
    usage = { operating_system = usage.operating_system, monthly_hrs = usage.monthly_hrs }
    when  = let.desired - let.ondemand > 0
    count = ceil((let.desired - let.ondemand) / let.weight)
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

  example "eight units of capacity are two instances of weight four" {
    given = {
      min_size         = 8
      max_size         = 16
      desired_capacity = 8
      mixed_instances_policy = [{
        launch_template = [{ override = [{ instance_type = "m5.xlarge", weighted_capacity = "4" }, { instance_type = "m5.2xlarge", weighted_capacity = "8" }] }]
      }]
    }
    refs    = { mixed_by_name = { instance_type = "c5.large", block_device_mappings = [{ device_name = "/dev/xvda", ebs = [{ volume_size = 20, volume_type = "gp3" }] }] } }
    want    = { "on-demand: instance" = 1460, "on-demand: root disk: storage" = 40 }
    monthly = "283.52" # 1,460 x 0.192 + 40 x 0.08
    prices  = { "ec2/m5.xlarge/linux/on-demand" = 0.192, "ebs/gp3/storage" = 0.08 }
    source  = "aws.amazon.com/ec2/pricing/on-demand and aws.amazon.com/ebs/pricing, us-east-1, 2026-07"
  }

  example "what usage says are instances, whatever they weigh" {
    given = {
      min_size         = 8
      max_size         = 16
      desired_capacity = 8
      mixed_instances_policy = [{ launch_template = [{ override = [{ instance_type = "m5.xlarge", weighted_capacity = "4" }] }] }]
    }
    refs  = { mixed = { instance_type = "c5.large" } }
    usage = { instances = 3 }
    want  = { "on-demand: instance" = 2190, "on-demand: root disk: storage" = 24 }
  }

  example "public addresses of a launch configuration" {
    given   = { min_size = 2, max_size = 2, desired_capacity = 2, launch_configuration = "web" }
    refs    = { configuration = { instance_type = "t3.medium", enable_monitoring = true, associate_public_ip_address = true, root_block_device = [{ volume_type = "gp3", volume_size = 10 }] } }
    want    = { "on-demand: instance" = 1460, "on-demand: detailed monitoring" = 14, "on-demand: public IPv4 address" = 1460, "on-demand: root disk: storage" = 20 }
    monthly = "73.836" # 1,460 x (0.0416 + 0.005) + 14 x 0.30 + 20 x 0.08
    prices  = { "ec2/t3.medium/linux/on-demand" = 0.0416, "vpc/public-ipv4/in-use" = 0.005, "cloudwatch/metric" = 0.3, "ebs/gp3/storage" = 0.08 }
    source  = "aws.amazon.com/ec2/pricing/on-demand, /vpc/pricing, /cloudwatch/pricing and /ebs/pricing, us-east-1, 2025-11"
  }

  example "the subnets give public addresses" {
    given = { min_size = 1, max_size = 1, desired_capacity = 1 }
    refs  = { by_id = { instance_type = "t3.micro" }, subnet = { map_public_ip_on_launch = true } }
    want  = { "on-demand: instance" = 730, "on-demand: public IPv4 address" = 730, "on-demand: root disk: storage" = 8 }
  }

  example "template out of sight" {
    given  = { min_size = 1, max_size = 1, desired_capacity = 1 }
    refs   = { by_id = unknown }
    want   = {}
    gaps   = ["on-demand", "spot"]
    status = "gap"
  }
}
