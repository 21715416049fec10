# An EC2 instance: hours of its type by operating system and purchase option,
# its disks, detailed monitoring and surplus CPU credits.
#
# The operating system is the image's, which no plan shows. Tenancy other than
# default has prices of its own that are not in the catalogue. A public IPv4
# address is billed with it where the instance, its template or its subnet asks
# for one; an Elastic IP address takes its place and is billed by aws_eip. What a
# subnet out of sight gives (that of the default network does) is not counted.
resource "aws_instance" {
  assume "instance_type" {
    why = "the launch template's"
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
  assume "tenancy" {
    why = "default tenancy"
  }
  assume "monitoring" {
    why = "basic monitoring"
  }
  assume "instance_market_options" {
    why = "on-demand"
  }
  assume "credit_specification" {
    why = "the type's own credit mode"
  }
  assume "launch_template" {
    why = "no launch template"
  }
  assume "associate_public_ip_address" {
    why = "not configured: the template or the subnet decides, where it is in sight"
  }

  ref "template" {
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

  ref "template_by_name" {
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
    path  = "subnet_id"
    types = ["aws_subnet"]
  }
  ref "address" {
    by = ["aws_eip", "aws_eip_association"]
  }

  usage "operating_system" {
    values      = ["linux", "windows", "rhel", "suse", "windows-sql-web", "windows-sql-std", "windows-sql-ent"]
    default     = "linux"
    description = "the image decides it, and a plan does not show it"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "monthly_cpu_credit_hrs" {
    unit        = "vCPU-hours"
    default     = null
    description = "surplus CPU credits of an unlimited burstable instance"
  }

  let {
    template = first(refs.template, refs.template_by_name)
    type     = first(self.instance_type, get(let.template, "instance_type"))
    tenancy  = coalesce(self.tenancy, get(let.template, "placement.tenancy", "default"))
    spot     = get(self.instance_market_options, "market_type", get(let.template, "instance_market_options.market_type", "")) == "spot"
    hours    = coalesce(usage.monthly_hrs, hours)

    # Disks of the template count where the instance does not say its own; the
    # root is the mapping of the image's usual root device.
    mappings = get(let.template, "block_device_mappings", [])
    roots    = [for m in let.mappings : get(m, "ebs") if contains(["/dev/xvda", "/dev/sda1"], get(m, "device_name", ""))]
    others   = [for m in let.mappings : get(m, "ebs") if !contains(["/dev/xvda", "/dev/sda1"], get(m, "device_name", "")) && length(get(m, "ebs", [])) > 0]

    # The smallest images there are of either system.
    image    = startswith(usage.operating_system, "windows") ? 30 : 8
    own_root = length(self.root_block_device) > 0 ? self.root_block_device[0] : null
    root     = first(let.own_root, let.roots...)
    extra    = first(length(self.ebs_block_device) > 0 ? self.ebs_block_device : null, let.others)

    burstable = startswith(let.type, "t")

    # The provider keeps the template's word as text.
    asked  = tostring(get(let.template, "network_interfaces.associate_public_ip_address", ""))
    given  = known(get(refs.subnet, "map_public_ip_on_launch"), false)
    public = self.associate_public_ip_address != null ? self.associate_public_ip_address : (let.asked == "" ? let.given : let.asked == "true")
  }

  cost "instance" {
    when     = let.tenancy != "host"
    quantity = let.hours
    unit     = "hour"
    price    = "ec2/${let.type}/${usage.operating_system}/${let.spot ? "spot" : (let.tenancy == "dedicated" ? "dedicated" : "on-demand")}"
  }

  cost "detailed monitoring" {
    when     = coalesce(self.monitoring, get(let.template, "monitoring.enabled", false))
    quantity = 7
    unit     = "metric-month"
    price    = "cloudwatch/metric"
  }

  cost "CPU credits" {
    when     = let.burstable && usage.monthly_cpu_credit_hrs != null
    quantity = usage.monthly_cpu_credit_hrs
    unit     = "vCPU-hour"
    price    = "ec2/cpu-credits/${substr(let.type, 0, 2)}/${usage.operating_system}"
  }

  cost "public IPv4 address" {
    when     = let.public && refs.address == null
    quantity = let.hours
    unit     = "hour"
    price    = "vpc/public-ipv4/in-use"
  }

  part "root disk" {
    card = "aws_ebs_volume"
    given = {
      type       = get(let.root, "volume_type", "gp2")
      size       = get(let.root, "volume_size", let.image)
      iops       = get(let.root, "iops")
      throughput = get(let.root, "throughput")
    }
  }

  part "disk" {
    card     = "aws_ebs_volume"
    for_each = let.extra
    given = {
      type       = get(each.value, "volume_type", "gp2")
      size       = get(each.value, "volume_size")
      iops       = get(each.value, "iops")
      throughput = get(each.value, "throughput")
    }
  }

  uses "machine" {
    machine = let.type
    burst   = let.burstable && get(self.credit_specification, "cpu_credits", startswith(let.type, "t2.") ? "standard" : "unlimited") == "unlimited"
  }

  example "m5.large with a gp2 root" {
    given   = { instance_type = "m5.large", root_block_device = [{ volume_type = "gp2", volume_size = 50 }] }
    want    = { instance = 730, "root disk: storage" = 50 }
    monthly = "75.08"
    prices  = { "ec2/m5.large/linux/on-demand" = 0.096, "ebs/gp2/storage" = 0.10 }
    source  = "aws.amazon.com/ec2/pricing/on-demand and aws.amazon.com/ebs/pricing, us-east-1, 2026-07"
  }

  example "disk left to the image" {
    given   = { instance_type = "t3.medium", root_block_device = unknown, ebs_block_device = unknown, tenancy = unknown }
    omitted = ["root_block_device", "ebs_block_device", "tenancy"]
    want    = { instance = 730, "root disk: storage" = 8 }
    status  = "priced"
  }

  example "type known only after apply" {
    given  = { instance_type = unknown }
    want   = { "root disk: storage" = 8 }
    gaps   = ["instance"]
    status = "partial"
  }

  example "spot, monitored, with two more disks" {
    given = {
      instance_type           = "m5.large"
      instance_market_options = [{ market_type = "spot" }]
      monitoring              = true
      root_block_device       = [{ volume_type = "gp3", volume_size = 20, iops = unknown, throughput = unknown }]
      ebs_block_device        = [{ volume_type = "gp3", volume_size = 100, iops = 5000 }, { volume_size = 10 }]
    }
    omitted = ["root_block_device.iops", "root_block_device.throughput"]
    want = {
      instance                   = 730
      "detailed monitoring"      = 7
      "root disk: storage"       = 20
      "disk 0: storage"          = 100
      "disk 0: provisioned iops" = 2000
      "disk 1: storage"          = 10
    }
  }

  example "surplus credits of a t4g" {
    given   = { instance_type = "t4g.medium", root_block_device = [{ volume_type = "gp3", volume_size = 10 }] }
    usage   = { monthly_cpu_credit_hrs = 100 }
    want    = { instance = 730, "CPU credits" = 100, "root disk: storage" = 10 }
    monthly = "29.328"
    prices  = { "ec2/t4g.medium/linux/on-demand" = 0.0336, "ec2/cpu-credits/t4/linux" = 0.04, "ebs/gp3/storage" = 0.08 }
    source  = "aws.amazon.com/ec2/pricing/on-demand, us-east-1, 2026-09; aws.amazon.com/ebs/pricing, 2026-09"
  }

  example "Windows images are of 30 GB" {
    given   = { instance_type = "t3.large", root_block_device = unknown }
    omitted = ["root_block_device"]
    usage   = { operating_system = "windows" }
    want    = { instance = 730, "root disk: storage" = 30 }
    monthly = "83.884" # 730 x 0.1108 + 30 x 0.10
    prices  = { "ec2/t3.large/windows/on-demand" = 0.1108, "ebs/gp2/storage" = 0.10 }
    source  = "aws.amazon.com/ec2/pricing/on-demand and aws.amazon.com/ebs/pricing, us-east-1, 2025-05"
  }

  example "with a public address" {
    given   = { instance_type = "t3.micro", associate_public_ip_address = true, root_block_device = [{ volume_type = "gp3", volume_size = 8 }] }
    want    = { instance = 730, "public IPv4 address" = 730, "root disk: storage" = 8 }
    monthly = "11.882" # 730 x 0.0104 + 730 x 0.005 + 8 x 0.08
    prices  = { "ec2/t3.micro/linux/on-demand" = 0.0104, "vpc/public-ipv4/in-use" = 0.005, "ebs/gp3/storage" = 0.08 }
    source  = "aws.amazon.com/ec2/pricing/on-demand and aws.amazon.com/vpc/pricing, us-east-1, 2025-11"
  }

  example "the subnet gives a public address" {
    given   = { instance_type = "t3.micro", subnet_id = unknown, associate_public_ip_address = unknown, root_block_device = [{ volume_type = "gp3", volume_size = 8 }] }
    omitted = ["associate_public_ip_address"]
    refs    = { subnet = { map_public_ip_on_launch = true } }
    want    = { instance = 730, "public IPv4 address" = 730, "root disk: storage" = 8 }
  }

  example "what a subnet out of sight gives is not counted" {
    given   = { instance_type = "t3.micro", subnet_id = "subnet-1", associate_public_ip_address = unknown, root_block_device = [{ volume_type = "gp3", volume_size = 8 }] }
    omitted = ["associate_public_ip_address"]
    refs    = { subnet = unknown }
    want    = { instance = 730, "root disk: storage" = 8 }
    status  = "priced"
  }

  example "an Elastic IP address takes the public one's place" {
    given = { instance_type = "t3.micro", associate_public_ip_address = true, root_block_device = [{ volume_type = "gp3", volume_size = 8 }] }
    refs  = { address = { domain = "vpc" } }
    want  = { instance = 730, "root disk: storage" = 8 }
  }

  example "the template wants none, though the subnet would give one" {
    given = { launch_template = [{ id = "lt-1" }], root_block_device = [{ volume_type = "gp3", volume_size = 8 }] }
    refs  = { subnet = { map_public_ip_on_launch = true }, template = { instance_type = "t3.micro", network_interfaces = [{ associate_public_ip_address = "false" }] } }
    want  = { instance = 730, "root disk: storage" = 8 }
  }

  example "from a launch template, on Windows" {
    given = { launch_template = [{ id = "lt-1" }] }
    refs  = { template = { instance_type = "m5.large", block_device_mappings = [{ device_name = "/dev/xvda", ebs = [{ volume_size = 30, volume_type = "gp3" }] }] } }
    usage = { operating_system = "windows", monthly_hrs = 200 }
    want  = { instance = 200, "root disk: storage" = 30 }
  }
}
