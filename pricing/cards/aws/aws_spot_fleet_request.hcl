# A spot fleet: its instances at the spot price, as many as its target capacity
# takes of the first of its types, with their disks. Spot prices are averages,
# and known for Linux only.
resource "aws_spot_fleet_request" {
  assume "launch_specification" {
    value = []
    why   = "not configured"
  }
  assume "launch_template_config" {
    value = []
    why   = "not configured"
  }
  assume "launch_specification.root_block_device" {
    why = "not configured: the image's disk, taken as 8 GB of gp2"
  }
  assume "launch_specification.ebs_block_device" {
    why = "not configured: no further disk, unless the image has one"
  }

  ref "template" {
    path  = "launch_template_config.launch_template_specification.id"
    types = ["aws_launch_template"]
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

  let {
    specs     = first(self.launch_specification, [])
    configs   = first(self.launch_template_config, [])
    overrides = length(let.configs) > 0 ? get(let.configs[0], "overrides", []) : []
    spec      = first(concat(let.specs, let.overrides, [{}])...)
    type      = first(get(let.spec, "instance_type"), get(refs.template, "instance_type"))
    weight    = tonumber(coalesce(get(let.spec, "weighted_capacity"), "1"))
    count     = ceil(self.target_capacity / let.weight)
  }

  part "instance" {
    card = "aws_instance"
    given = {
      instance_type           = let.type
      instance_market_options = [{ market_type = "spot" }]
      root_block_device       = get(let.spec, "root_block_device", [])
      ebs_block_device        = get(let.spec, "ebs_block_device", [])
    }
    usage = { operating_system = usage.operating_system, monthly_hrs = usage.monthly_hrs }
    count = let.count
  }

  example "six units on machines that count for two" {
    given   = { target_capacity = 6, launch_specification = [{ instance_type = "m5.large", weighted_capacity = "2", root_block_device = [{ volume_type = "gp3", volume_size = 20 }] }], launch_template_config = [] }
    want    = { "instance: instance" = 2190, "instance: root disk: storage" = 60 }
    monthly = "74.1792"
    prices  = { "ec2/m5.large/linux/spot" = 0.03168, "ebs/gp3/storage" = 0.08 }
    source  = "average of the spot price history, us-east-1, 2025-05; aws.amazon.com/ebs/pricing, us-east-1, 2026-09"
    status  = "priced"
  }

  example "from a launch template with an override" {
    given = { target_capacity = 2, launch_specification = [], launch_template_config = [{ launch_template_specification = [{ id = unknown, version = "1" }], overrides = [{ instance_type = "m5.large" }] }] }
    refs  = { template = { instance_type = "t3.micro" } }
    want  = { "instance: instance" = 1460, "instance: root disk: storage" = 16 }
  }

  example "capacity known only after apply" {
    given  = { target_capacity = unknown, launch_specification = [{ instance_type = "m5.large" }], launch_template_config = [] }
    want   = {}
    gaps   = ["instance"]
    status = "gap"
  }
}
