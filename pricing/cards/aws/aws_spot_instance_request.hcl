# A spot instance request: the instance it brings, at the spot price, which is
# an average and moves; its disks, monitoring and credits as of any instance.
# Spot prices are known for Linux only.
resource "aws_spot_instance_request" {
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
  assume "credit_specification" {
    why = "the type's own credit mode"
  }
  assume "associate_public_ip_address" {
    why = "not configured: the template or the subnet decides, where it is in sight"
  }
  assume "launch_template" {
    why = "no launch template"
  }

  ref "template" {
    path  = "launch_template.id"
    types = ["aws_launch_template"]
  }

  ref "template_by_name" {
    path  = "launch_template.name"
    types = ["aws_launch_template"]
  }

  ref "subnet" {
    path  = "subnet_id"
    types = ["aws_subnet"]
  }

  usage "operating_system" {
    values      = ["linux", "windows", "rhel", "suse"]
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
    mappings = first(get(let.template, "block_device_mappings"), [])
    roots    = ["/dev/xvda", "/dev/sda1"]
    mapped   = [for m in let.mappings : get(m, "ebs") if contains(let.roots, get(m, "device_name", ""))]
    others   = [for m in let.mappings : get(m, "ebs") if !contains(let.roots, get(m, "device_name", "")) && length(get(m, "ebs", [])) > 0]
    asked    = tostring(get(let.template, "network_interfaces.associate_public_ip_address", ""))
    given    = known(get(refs.subnet, "map_public_ip_on_launch"), false)
    public   = self.associate_public_ip_address != null ? self.associate_public_ip_address : (let.asked == "" ? let.given : let.asked == "true")
    own      = first(self.root_block_device, [])
    disks    = first(self.ebs_block_device, [])
  }

  part "" {
    card = "aws_instance"
    given = {
      instance_type               = first(self.instance_type, get(let.template, "instance_type"))
      tenancy                     = first(self.tenancy, get(let.template, "placement.tenancy"))
      monitoring                  = first(self.monitoring, get(let.template, "monitoring.enabled"))
      credit_specification        = first(self.credit_specification, get(let.template, "credit_specification"))
      instance_market_options     = [{ market_type = "spot" }]
      associate_public_ip_address = let.public
      root_block_device           = concat(let.own, [for m in let.mapped : m if length(let.own) == 0])
      ebs_block_device            = concat(let.disks, [for m in let.others : m if length(let.disks) == 0])
    }
    usage = { operating_system = usage.operating_system, monthly_hrs = usage.monthly_hrs, monthly_cpu_credit_hrs = usage.monthly_cpu_credit_hrs }
  }

  example "m5.large" {
    given   = { instance_type = "m5.large", spot_price = "0.05", root_block_device = [{ volume_type = "gp3", volume_size = 20 }] }
    want    = { instance = 730, "root disk: storage" = 20 }
    monthly = "24.7264"
    prices  = { "ec2/m5.large/linux/spot" = 0.03168, "ebs/gp3/storage" = 0.08 }
    source  = "average of the spot price history, us-east-1, 2025-05; aws.amazon.com/ebs/pricing, us-east-1, 2026-09"
    status  = "priced"
  }

  example "disk left to the image" {
    given   = { instance_type = "m5.large", root_block_device = unknown, ebs_block_device = unknown, tenancy = unknown, monitoring = unknown, launch_template = [], credit_specification = [] }
    omitted = ["root_block_device", "ebs_block_device", "tenancy", "monitoring"]
    want    = { instance = 730, "root disk: storage" = 8 }
    status  = "priced"
  }

  example "Windows has no spot price here" {
    given = { instance_type = "m5.large", root_block_device = [], ebs_block_device = [{ volume_type = "gp3", volume_size = 100 }] }
    usage = { operating_system = "windows" }
    want  = { "root disk: storage" = 30, "disk 0: storage" = 100 }
    gaps  = ["instance"]
  }

  example "type known only after apply" {
    given  = { instance_type = unknown }
    want   = { "root disk: storage" = 8 }
    gaps   = ["instance"]
    status = "partial"
  }
}
