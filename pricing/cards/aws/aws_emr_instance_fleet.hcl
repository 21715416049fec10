# A task fleet of an EMR cluster: its instances and disks as EC2 bills them, and
# the fee of EMR for every instance-hour, on demand and spot. It is taken to run
# on the first of its types.
resource "aws_emr_instance_fleet" {
  assume "target_on_demand_capacity" {
    value = 0
    why   = "none on demand, the default"
  }
  assume "target_spot_capacity" {
    value = 0
    why   = "none on spot, the default"
  }
  assume "instance_type_configs.ebs_config" {
    why = "not configured: the disks EMR adds are not counted"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the fleet runs, where that is not all 730"
  }

  let {
    hours  = coalesce(usage.monthly_hrs, hours)
    config = self.instance_type_configs[0]
    weight = get(let.config, "weighted_capacity", 1)
    parts = {
      "on demand" = { count = ceil(coalesce(self.target_on_demand_capacity, 0) / let.weight), spot = false }
      spot        = { count = ceil(coalesce(self.target_spot_capacity, 0) / let.weight), spot = true }
    }
    some = { for k, v in let.parts : k => v if v.count > 0 }
  }

  cost "EMR fee" {
    for_each = let.some
    name     = "${each.key}: EMR fee"
    quantity = each.value.count * let.hours
    unit     = "hour"
    price    = "emr/instance-fee/${lower(let.config.instance_type)}"
  }

  part "EC2" {
    card     = "aws_instance"
    for_each = let.some
    given = {
      instance_type           = let.config.instance_type
      instance_market_options = each.value.spot ? [{ market_type = "spot" }] : []
      root_block_device       = [{ volume_type = "gp2", volume_size = 15 }]
      ebs_block_device = flatten([for c in get(let.config, "ebs_config", []) : [for i in range(get(c, "volumes_per_instance", 1)) : {
        volume_type = get(c, "type", "gp2"), volume_size = get(c, "size"), iops = get(c, "iops"), throughput = get(c, "throughput")
      }]])
    }
    usage = { monthly_hrs = usage.monthly_hrs }
    count = each.value.count
  }

  example "one on demand, two spot" {
    given = { cluster_id = unknown, target_on_demand_capacity = 2, target_spot_capacity = 4, instance_type_configs = [{ instance_type = "m5.xlarge", weighted_capacity = 2 }] }
    want = {
      "on demand: EMR fee"                = 730
      "spot: EMR fee"                     = 1460
      "EC2 on demand: instance"           = 730
      "EC2 on demand: root disk: storage" = 15
      "EC2 spot: instance"                = 1460
      "EC2 spot: root disk: storage"      = 30
    }
  }

  example "one on demand" {
    given   = { cluster_id = unknown, target_on_demand_capacity = 1, target_spot_capacity = unknown, instance_type_configs = [{ instance_type = "m5.xlarge", ebs_config = unknown }] }
    omitted = ["target_spot_capacity", "instance_type_configs.ebs_config"]
    want    = { "on demand: EMR fee" = 730, "EC2 on demand: instance" = 730, "EC2 on demand: root disk: storage" = 15 }
    monthly = "176.70"
    prices  = { "ec2/m5.xlarge/linux/on-demand" = 0.192, "emr/instance-fee/m5.xlarge" = 0.048, "ebs/gp2/storage" = 0.1 }
    source  = "aws.amazon.com/emr/pricing, us-east-1, 2025-06; aws.amazon.com/ec2/pricing/on-demand, 2026-07; aws.amazon.com/ebs/pricing, 2026-09"
    status  = "priced"
  }

  example "capacity known only after apply" {
    given  = { target_on_demand_capacity = unknown, target_spot_capacity = 0, instance_type_configs = [{ instance_type = "m5.xlarge" }] }
    want   = {}
    gaps   = ["EMR fee", "EC2"]
    status = "gap"
  }
}
