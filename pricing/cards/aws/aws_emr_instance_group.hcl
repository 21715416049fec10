# A task group of an EMR cluster: its instances and disks as EC2 bills them, and
# the fee of EMR for every instance-hour. Spot where a bid is said. What an
# autoscaling policy adds is not counted.
resource "aws_emr_instance_group" {
  assume "instance_count" {
    value = 0
    why   = "none, the default"
  }
  assume "ebs_config" {
    why = "not configured: the disks EMR adds are not counted"
  }

  ref "cluster" {
    path  = "cluster_id"
    types = ["aws_emr_cluster"]

    assume "ebs_root_volume_size" {
      why = "15 GB, what EMR takes"
    }
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the group runs, where that is not all 730"
  }

  let {
    count = coalesce(self.instance_count, 0)
    spot  = coalesce(self.bid_price, "") != ""
    root  = coalesce(get(refs.cluster, "ebs_root_volume_size"), 15)
  }

  cost "EMR fee" {
    when     = let.count > 0
    quantity = let.count * coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "emr/instance-fee/${lower(self.instance_type)}"
  }

  part "EC2" {
    card = "aws_instance"
    when = let.count > 0
    given = {
      instance_type           = self.instance_type
      instance_market_options = let.spot ? [{ market_type = "spot" }] : []
      root_block_device       = [{ volume_type = "gp2", volume_size = let.root }]
      ebs_block_device = flatten([for c in first(self.ebs_config, []) : [for i in range(get(c, "volumes_per_instance", 1)) : {
        volume_type = get(c, "type", "gp2"), volume_size = get(c, "size"), iops = get(c, "iops"), throughput = get(c, "throughput")
      }]])
    }
    usage = { monthly_hrs = usage.monthly_hrs }
    count = let.count
  }

  example "two, with a disk each" {
    given   = { cluster_id = unknown, instance_type = "m5.xlarge", instance_count = 2, ebs_config = [{ type = "gp2", size = 40, volumes_per_instance = 1 }] }
    want    = { "EMR fee" = 1460, "EC2: instance" = 1460, "EC2: root disk: storage" = 30, "EC2: disk 0: storage" = 80 }
    monthly = "361.40"
    prices  = { "ec2/m5.xlarge/linux/on-demand" = 0.192, "emr/instance-fee/m5.xlarge" = 0.048, "ebs/gp2/storage" = 0.1 }
    source  = "aws.amazon.com/emr/pricing, us-east-1, 2025-06; aws.amazon.com/ec2/pricing/on-demand, 2026-07; aws.amazon.com/ebs/pricing, 2026-09"
    status  = "priced"
  }

  example "spot, for 100 hours" {
    given   = { cluster_id = unknown, instance_type = "m5.xlarge", instance_count = 3, bid_price = "0.1", ebs_config = unknown }
    omitted = ["ebs_config"]
    refs    = { cluster = { ebs_root_volume_size = 20 } }
    usage   = { monthly_hrs = 100 }
    want    = { "EMR fee" = 300, "EC2: instance" = 300, "EC2: root disk: storage" = 60 }
  }

  example "none" {
    given  = { instance_type = "m5.xlarge", instance_count = 0, ebs_config = [] }
    want   = {}
    status = "free"
  }

  example "number known only after apply" {
    given  = { instance_type = "m5.xlarge", instance_count = unknown, ebs_config = [] }
    want   = {}
    gaps   = ["EMR fee", "EC2"]
    status = "gap"
  }
}
