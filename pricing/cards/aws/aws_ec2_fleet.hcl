# A fleet of instances: as many on demand and on spot as its targets say, of the
# first of its types, with the disks of its launch template. What is left of the
# total goes to its default kind.
resource "aws_ec2_fleet" {
  ref "template" {
    path  = "launch_template_config.launch_template_specification.launch_template_id"
    types = ["aws_launch_template"]

    assume "block_device_mappings" {
      why = "the image's disks"
    }
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
    target   = self.target_capacity_specification
    total    = get(let.target, "total_target_capacity")
    demand   = coalesce(get(let.target, "on_demand_target_capacity"), 0)
    spot     = coalesce(get(let.target, "spot_target_capacity"), 0)
    rest     = max(0, let.total - let.demand - let.spot)
    usual    = lower(get(let.target, "default_target_capacity_type", "spot")) == "spot"
    override = get(self.launch_template_config, "override", [])
    shape    = first(concat(let.override, [{}])...)
    type     = first(get(let.shape, "instance_type"), get(refs.template, "instance_type"))
    weight   = coalesce(get(let.shape, "weighted_capacity"), 1)
    parts = {
      "on demand" = { count = ceil((let.demand + (let.usual ? 0 : let.rest)) / let.weight), spot = false }
      spot        = { count = ceil((let.spot + (let.usual ? let.rest : 0)) / let.weight), spot = true }
    }

    mappings = first(get(refs.template, "block_device_mappings"), [])
    roots    = [for m in let.mappings : m.ebs[0] if contains(["/dev/xvda", "/dev/sda1"], get(m, "device_name", "")) && length(get(m, "ebs", [])) > 0]
    others   = [for m in let.mappings : m.ebs[0] if !contains(["/dev/xvda", "/dev/sda1"], get(m, "device_name", "")) && length(get(m, "ebs", [])) > 0]
  }

  part "fleet" {
    card     = "aws_instance"
    for_each = { for k, v in let.parts : k => v if v.count > 0 }
    given = {
      instance_type           = let.type
      instance_market_options = each.value.spot ? [{ market_type = "spot" }] : []
      root_block_device       = let.roots
      ebs_block_device        = let.others
    }
    usage = { operating_system = usage.operating_system, monthly_hrs = usage.monthly_hrs }
    count = each.value.count
  }

  example "one on demand, the rest of four on spot" {
    given   = { target_capacity_specification = [{ default_target_capacity_type = "spot", total_target_capacity = 4, on_demand_target_capacity = 1 }], launch_template_config = [{ override = [{ instance_type = "m5.large" }] }] }
    refs    = { template = { block_device_mappings = [{ device_name = "/dev/xvda", ebs = [{ volume_type = "gp3", volume_size = 20 }] }] } }
    want    = { "fleet on demand: instance" = 730, "fleet on demand: root disk: storage" = 20, "fleet spot: instance" = 2190, "fleet spot: root disk: storage" = 60 }
    monthly = "145.8592"
    prices  = { "ec2/m5.large/linux/on-demand" = 0.096, "ec2/m5.large/linux/spot" = 0.03168, "ebs/gp3/storage" = 0.08 }
    source  = "aws.amazon.com/ec2/pricing/on-demand, us-east-1, 2026-07; average of the spot price history, 2025-05; aws.amazon.com/ebs/pricing, 2026-09"
    status  = "priced"
  }

  example "all on demand, of the template's type" {
    given = { target_capacity_specification = [{ default_target_capacity_type = "on-demand", total_target_capacity = 2 }], launch_template_config = [{ launch_template_specification = [{ launch_template_id = unknown }] }] }
    refs  = { template = { instance_type = "m5.large" } }
    want  = { "fleet on demand: instance" = 1460, "fleet on demand: root disk: storage" = 16 }
  }

  example "capacity known only after apply" {
    given  = { target_capacity_specification = [{ default_target_capacity_type = "spot", total_target_capacity = unknown }], launch_template_config = [{ override = [{ instance_type = "m5.large" }] }] }
    want   = {}
    gaps   = ["fleet"]
    status = "gap"
  }
}
