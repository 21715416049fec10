# An EMR cluster on EC2: its instances and their disks as EC2 bills them, and
# the fee of EMR for every instance-hour. An instance fleet is taken to run on
# the first of its types; spot where a bid or a spot capacity is said, for which
# the fee is the same.
#
# A cluster that ends with its steps, or when idle, runs less than the month:
# say monthly_hrs. Disks EMR adds to types without any, where no ebs_config is
# written, are not counted, nor is what managed scaling adds.
resource "aws_emr_cluster" {
  assume "master_instance_fleet" {
    why = "not configured"
  }
  assume "core_instance_fleet" {
    why = "not configured"
  }
  assume "master_instance_group" {
    why = "not configured"
  }
  assume "core_instance_group" {
    why = "not configured"
  }
  assume "master_instance_group.ebs_config" {
    why = "not configured: the disks EMR adds are not counted"
  }
  assume "master_instance_fleet.instance_type_configs.ebs_config" {
    why = "not configured: the disks EMR adds are not counted"
  }
  assume "core_instance_group.ebs_config" {
    why = "not configured: the disks EMR adds are not counted"
  }
  assume "core_instance_fleet.instance_type_configs.ebs_config" {
    why = "not configured: the disks EMR adds are not counted"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the cluster runs, where that is not all 730"
  }

  let {
    hours = coalesce(usage.monthly_hrs, hours)
    root  = [{ volume_type = "gp2", volume_size = coalesce(self.ebs_root_volume_size, 15) }]

    # One entry for every group of like instances.
    groups = concat(
      [for g in first(self.master_instance_group, []) : { name = "master", type = g.instance_type, count = get(g, "instance_count", 1), spot = get(g, "bid_price") != null, ebs = get(g, "ebs_config", []) }],
      [for g in first(self.core_instance_group, []) : { name = "core", type = g.instance_type, count = get(g, "instance_count", 1), spot = get(g, "bid_price") != null, ebs = get(g, "ebs_config", []) }],
      flatten([for f in first(self.master_instance_fleet, []) : [
        { name = "master", type = get(f, "instance_type_configs", [])[0].instance_type, count = ceil(get(f, "target_on_demand_capacity", 0) / get(f.instance_type_configs[0], "weighted_capacity", 1)), spot = false, ebs = get(f.instance_type_configs[0], "ebs_config", []) },
        { name = "master spot", type = get(f, "instance_type_configs", [])[0].instance_type, count = ceil(get(f, "target_spot_capacity", 0) / get(f.instance_type_configs[0], "weighted_capacity", 1)), spot = true, ebs = get(f.instance_type_configs[0], "ebs_config", []) },
      ]]),
      flatten([for f in first(self.core_instance_fleet, []) : [
        { name = "core", type = get(f, "instance_type_configs", [])[0].instance_type, count = ceil(get(f, "target_on_demand_capacity", 0) / get(f.instance_type_configs[0], "weighted_capacity", 1)), spot = false, ebs = get(f.instance_type_configs[0], "ebs_config", []) },
        { name = "core spot", type = get(f, "instance_type_configs", [])[0].instance_type, count = ceil(get(f, "target_spot_capacity", 0) / get(f.instance_type_configs[0], "weighted_capacity", 1)), spot = true, ebs = get(f.instance_type_configs[0], "ebs_config", []) },
      ]]),
    )
    by_name = { for g in let.groups : g.name => g if g.count > 0 }
  }

  cost "EMR fee" {
    for_each = let.by_name
    name     = "${each.key}: EMR fee"
    quantity = each.value.count * let.hours
    unit     = "hour"
    price    = "emr/instance-fee/${lower(each.value.type)}"
  }

  part "EC2" {
    card     = "aws_instance"
    for_each = let.by_name
    given = {
      instance_type           = each.value.type
      instance_market_options = each.value.spot ? [{ market_type = "spot" }] : []
      root_block_device       = let.root
      ebs_block_device = flatten([for c in each.value.ebs : [for i in range(get(c, "volumes_per_instance", 1)) : {
        volume_type = get(c, "type", "gp2"), volume_size = get(c, "size"), iops = get(c, "iops"), throughput = get(c, "throughput")
      }]])
    }
    usage = { monthly_hrs = usage.monthly_hrs }
    count = each.value.count
  }

  example "a master and two cores, with a disk each" {
    given = {
      master_instance_fleet = unknown
      core_instance_fleet   = unknown
      master_instance_group = [{ instance_type = "m5.xlarge", instance_count = 1, bid_price = null, ebs_config = unknown }]
      core_instance_group   = [{ instance_type = "m5.xlarge", instance_count = 2, bid_price = null, ebs_config = [{ type = "gp2", size = 40, volumes_per_instance = 1 }] }]
    }
    omitted = ["master_instance_fleet", "core_instance_fleet", "master_instance_group.ebs_config"]
    want = {
      "master: EMR fee"               = 730
      "core: EMR fee"                 = 1460
      "EC2 master: instance"          = 730
      "EC2 master: root disk: storage" = 15
      "EC2 core: instance"            = 1460
      "EC2 core: root disk: storage"  = 30
      "EC2 core: disk 0: storage"     = 80
    }
    monthly = "538.10"
    prices  = { "ec2/m5.xlarge/linux/on-demand" = 0.192, "emr/instance-fee/m5.xlarge" = 0.048, "ebs/gp2/storage" = 0.1 }
    source  = "aws.amazon.com/emr/pricing and aws.amazon.com/ec2/pricing/on-demand, us-east-1, 2025-06"
    status  = "priced"
  }

  example "spot cores that run for 100 hours" {
    given = {
      master_instance_group = [{ instance_type = "m5.xlarge" }]
      core_instance_group   = [{ instance_type = "m5.xlarge", instance_count = 3, bid_price = "0.10" }]
      ebs_root_volume_size  = 20
    }
    usage = { monthly_hrs = 100 }
    want = {
      "master: EMR fee"               = 100
      "core: EMR fee"                 = 300
      "EC2 master: instance"          = 100
      "EC2 master: root disk: storage" = 20
      "EC2 core: instance"            = 300
      "EC2 core: root disk: storage"  = 60
    }
  }

  example "fleets" {
    given = {
      master_instance_fleet = [{ target_on_demand_capacity = 1, instance_type_configs = [{ instance_type = "m5.xlarge" }] }]
      core_instance_fleet   = [{ target_on_demand_capacity = 2, target_spot_capacity = 4, instance_type_configs = [{ instance_type = "m5.xlarge", weighted_capacity = 2 }, { instance_type = "r5.xlarge" }] }]
    }
    want = {
      "master: EMR fee"                  = 730
      "core: EMR fee"                    = 730
      "core spot: EMR fee"               = 1460
      "EC2 master: instance"             = 730
      "EC2 master: root disk: storage"   = 15
      "EC2 core: instance"               = 730
      "EC2 core: root disk: storage"     = 15
      "EC2 core spot: instance"          = 1460
      "EC2 core spot: root disk: storage" = 30
    }
  }

  example "type known only after apply" {
    given  = { master_instance_group = [{ instance_type = unknown, instance_count = 1 }] }
    want   = { "EC2 master: root disk: storage" = 15 }
    gaps   = ["master: EMR fee", "EC2 master: instance"]
    status = "partial"
  }

  example "number known only after apply" {
    given  = { core_instance_group = [{ instance_type = "m5.xlarge", instance_count = unknown }] }
    want   = {}
    gaps   = ["EMR fee", "EC2"]
    status = "gap"
  }
}
