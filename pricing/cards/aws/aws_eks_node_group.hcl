# A managed node group: its instances, as many as desired, with the range from
# minimum to maximum, and their disks. The group itself is free; the cluster is
# billed by aws_eks_cluster.
#
# What a node is comes from the group, else from its launch template: the first
# of instance_types, t3.medium where nobody says; disk_size, 20 GB for Linux and
# 50 GB for Windows. The operating system is that of ami_type. Public IPv4
# addresses are billed where the template or the first subnet in sight gives them.
resource "aws_eks_node_group" {
  assume "instance_types" {
    why = "the launch template's type, else t3.medium, the default of the API"
  }
  assume "disk_size" {
    why = "the launch template's disks, else 20 GB (Windows: 50 GB), the default of the API"
  }
  assume "capacity_type" {
    value = "ON_DEMAND"
    why   = "on-demand, the default of the API"
  }
  assume "ami_type" {
    why = "a Linux image, the default of the API"
  }
  assume "launch_template" {
    value = []
    why   = "not configured"
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

  ref "subnet" {
    path  = "subnet_ids"
    types = ["aws_subnet"]
  }

  usage "instances" {
    unit        = "instances"
    default     = null
    description = "how many run on average, where that is not the desired size"
  }
  usage "operating_system" {
    values      = ["linux", "windows"]
    default     = null
    description = "where ami_type does not say: an image of one's own"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the group runs, where that is not all 730"
  }
  usage "monthly_cpu_credit_hrs" {
    unit        = "vCPU-hours"
    default     = null
    description = "surplus CPU credits of a node of a burstable type"
  }

  let {
    template = first(refs.by_id, refs.by_name)
    types    = first(self.instance_types, [])
    type     = length(let.types) > 0 ? let.types[0] : coalesce(get(let.template, "instance_type"), "t3.medium")
    spot     = upper(coalesce(self.capacity_type, "ON_DEMAND")) == "SPOT" || get(let.template, "instance_market_options.market_type", "") == "spot"
    system   = coalesce(usage.operating_system, startswith(upper(coalesce(self.ami_type, "")), "WINDOWS") ? "windows" : "linux")

    desired = coalesce(usage.instances, get(self.scaling_config, "desired_size"))
    ranged  = usage.instances == null

    mappings = first(get(let.template, "block_device_mappings"), [])
    roots    = ["/dev/xvda", "/dev/sda1"]
    mapped   = [for m in let.mappings : get(m, "ebs") if contains(let.roots, get(m, "device_name", "")) && length(get(m, "ebs", [])) > 0]
    others   = [for m in let.mappings : get(m, "ebs") if !contains(let.roots, get(m, "device_name", "")) && length(get(m, "ebs", [])) > 0]
    default  = { volume_type = "gp2", volume_size = coalesce(self.disk_size, let.system == "windows" ? 50 : 20), iops = null, throughput = null }
    root     = first(concat(let.mapped, [let.default])...)

    asked  = tostring(get(let.template, "network_interfaces.associate_public_ip_address", ""))
    public = let.asked == "" ? known(get(refs.subnet, "map_public_ip_on_launch"), false) : let.asked == "true"

    node = {
      instance_type               = let.type
      associate_public_ip_address = let.public
      tenancy                     = get(let.template, "placement.tenancy")
      monitoring                  = get(let.template, "monitoring.enabled")
      credit_specification        = get(let.template, "credit_specification")
      instance_market_options     = [{ market_type = let.spot ? "spot" : "" }]
      # The template may say a size for its root and leave the rest to the image.
      root_block_device = [{
        volume_type = get(let.root, "volume_type", "gp2")
        volume_size = get(let.root, "volume_size", let.default.volume_size)
        iops        = get(let.root, "iops")
        throughput  = get(let.root, "throughput")
      }]
      ebs_block_device = let.others
    }
  }

  part "node" {
    card  = "aws_instance"
    given = let.node
    usage = { operating_system = let.system, monthly_hrs = usage.monthly_hrs, monthly_cpu_credit_hrs = usage.monthly_cpu_credit_hrs }
    count = let.desired
    low   = let.ranged ? get(self.scaling_config, "min_size") : let.desired
    high  = let.ranged ? get(self.scaling_config, "max_size") : let.desired
  }

  example "defaults: t3.medium with 20 GB" {
    given = {
      scaling_config  = [{ desired_size = 2, min_size = 1, max_size = 3 }]
      instance_types  = unknown
      disk_size       = unknown
      capacity_type   = unknown
      ami_type        = unknown
      launch_template = []
    }
    omitted = ["instance_types", "disk_size", "capacity_type", "ami_type"]
    want    = { "node: instance" = 1460, "node: root disk: storage" = 40 }
    monthly = "64.736"
    prices  = { "ec2/t3.medium/linux/on-demand" = 0.0416, "ebs/gp2/storage" = 0.10 }
    source  = "aws.amazon.com/ec2/pricing/on-demand and aws.amazon.com/ebs/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "nodes in public subnets have public addresses" {
    given = { scaling_config = [{ desired_size = 2, min_size = 2, max_size = 2 }], instance_types = ["t3.medium"], disk_size = 20, capacity_type = "ON_DEMAND" }
    refs  = { subnet = { map_public_ip_on_launch = true } }
    want  = { "node: instance" = 1460, "node: public IPv4 address" = 1460, "node: root disk: storage" = 40 }
  }

  example "type and disk said, on spot" {
    given = {
      scaling_config = [{ desired_size = 3, min_size = 3, max_size = 3 }]
      instance_types = ["m5.large", "m5a.large"]
      disk_size      = 100
      capacity_type  = "SPOT"
    }
    want = { "node: instance" = 2190, "node: root disk: storage" = 300 }
  }

  example "from a launch template" {
    given = { scaling_config = [{ desired_size = 2, min_size = 2, max_size = 4 }], launch_template = [{ id = unknown, version = "1" }] }
    refs = {
      by_id = {
        instance_type = "m5.large"
        block_device_mappings = [
          { device_name = "/dev/xvda", ebs = [{ volume_size = 50, volume_type = "gp3" }] },
          { device_name = "/dev/sdf", ebs = [{ volume_size = 100, volume_type = "gp3" }] },
        ]
      }
    }
    want    = { "node: instance" = 1460, "node: root disk: storage" = 100, "node: disk 0: storage" = 200 }
    monthly = "164.16"
    prices  = { "ec2/m5.large/linux/on-demand" = 0.096, "ebs/gp3/storage" = 0.08 }
    source  = "aws.amazon.com/ec2/pricing/on-demand and aws.amazon.com/ebs/pricing, us-east-1, 2026-07"
  }

  example "template that leaves iops to the API" {
    given   = { scaling_config = [{ desired_size = 1, min_size = 1, max_size = 1 }], instance_types = ["m5.large"], launch_template = [{ name = "nodes" }] }
    omitted = ["by_name.block_device_mappings.ebs.iops", "by_name.block_device_mappings.ebs.throughput"]
    refs = {
      by_name = { block_device_mappings = [{ device_name = "/dev/xvda", ebs = [{ volume_size = 50, volume_type = "gp3", iops = unknown, throughput = unknown }] }] }
    }
    want   = { "node: instance" = 730, "node: root disk: storage" = 50 }
    status = "priced"
  }

  example "Windows nodes" {
    given = { scaling_config = [{ desired_size = 1, min_size = 1, max_size = 1 }], instance_types = ["m5.large"], ami_type = "WINDOWS_CORE_2022_x86_64" }
    want  = { "node: instance" = 730, "node: root disk: storage" = 50 }
  }

  example "scaled to nothing" {
    given  = { scaling_config = [{ desired_size = 0, min_size = 0, max_size = 0 }] }
    want   = {}
    status = "free"
  }

  example "how many run on average is given" {
    given = { scaling_config = [{ desired_size = 1, min_size = 1, max_size = 10 }], instance_types = ["m5.large"] }
    usage = { instances = 2.5 }
    want  = { "node: instance" = 1825, "node: root disk: storage" = 50 }
  }

  example "size known only after apply" {
    given  = { scaling_config = [{ desired_size = unknown, min_size = 1, max_size = 3 }] }
    want   = {}
    gaps   = ["node"]
    status = "gap"
  }

  example "type known only after apply" {
    given  = { scaling_config = [{ desired_size = 1, min_size = 1, max_size = 1 }], instance_types = [unknown] }
    want   = { "node: root disk: storage" = 20 }
    gaps   = ["node: instance"]
    status = "partial"
  }
}
