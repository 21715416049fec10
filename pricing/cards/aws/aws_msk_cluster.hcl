# An MSK cluster of provisioned brokers: hours of every broker and the volume
# of every broker, with provisioned throughput, tiered storage and private
# connectivity.
#
# The volume's size is per broker. Older providers write it beside the instance
# type. Express brokers have no volume: their storage and the data written are
# billed by use, for which no price is published here. What the volumes may
# grow to by autoscaling is not counted, nor is traffic between zones.
resource "aws_msk_cluster" {
  assume "storage_mode" {
    value = "LOCAL"
    why   = "local storage, the default"
  }
  assume "broker_node_group_info.connectivity_info" {
    why = "no private connectivity"
  }
  assume "broker_node_group_info.storage_info" {
    why = "not configured"
  }
  assume "broker_node_group_info.ebs_volume_size" {
    why = "said in storage_info"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "tiered_storage_gb" {
    unit        = "GB"
    description = "data in the cheaper tier of tiered storage"
  }
  usage "monthly_tiered_retrieval_gb" {
    unit        = "GB"
    description = "data read back from the cheaper tier"
  }
  usage "express_storage_gb" {
    unit        = "GB"
    description = "data stored by express brokers"
  }
  usage "monthly_express_data_in_gb" {
    unit        = "GB"
    description = "data written to express brokers"
  }

  let {
    info    = self.broker_node_group_info
    type    = lower(get(let.info, "instance_type"))
    express = startswith(let.type, "express.")
    nodes   = self.number_of_broker_nodes
    hours   = coalesce(usage.monthly_hrs, hours)

    disk = get(let.info, "storage_info.ebs_storage_info")
    size = first(get(let.disk, "volume_size"), get(let.info, "ebs_volume_size"))
    fast = get(let.disk, "provisioned_throughput.enabled", false) ? get(let.disk, "provisioned_throughput.volume_throughput") : 0

    tiered = coalesce(self.storage_mode, "LOCAL") == "TIERED"
    login  = get(let.info, "connectivity_info.vpc_connectivity.client_authentication")
    # Billed for each way of logging in.
    ways = (get(let.login, "sasl.iam", false) ? 1 : 0) + (get(let.login, "sasl.scram", false) ? 1 : 0) + (get(let.login, "tls", false) ? 1 : 0)
  }

  cost "brokers" {
    quantity = let.nodes * let.hours
    unit     = "hour"
    price    = "msk/broker/${let.type}"
  }

  cost "storage" {
    when     = !let.express
    quantity = let.size * let.nodes
    unit     = "GB-month"
    price    = "msk/storage/gp2"
  }

  cost "provisioned throughput" {
    when     = let.fast > 0
    quantity = let.fast * let.nodes
    unit     = "MBps-month"
    price    = "msk/storage/provisioned-throughput"
  }

  cost "tiered storage" {
    when     = let.tiered
    quantity = usage.tiered_storage_gb
    unit     = "GB-month"
    price    = "msk/storage/tiered"
  }
  cost "tiered retrieval" {
    when     = let.tiered
    quantity = usage.monthly_tiered_retrieval_gb
    unit     = "GB"
    price    = "msk/storage/tiered-retrieval"
  }

  cost "private connectivity" {
    when     = let.ways > 0
    quantity = let.ways * let.hours
    unit     = "hour"
    price    = "msk/private-connectivity"
  }

  cost "express storage" {
    when     = let.express
    quantity = usage.express_storage_gb
    unit     = "GB-month"
    price    = "msk/express/storage"
  }
  cost "express data in" {
    when     = let.express
    quantity = usage.monthly_express_data_in_gb
    unit     = "GB"
    price    = "msk/express/data-in"
  }

  uses "brokers" {
    machine = trimprefix(let.type, "express.")
    count   = let.nodes
  }
  uses "storage" {
    when      = !let.express
    storage   = "ebs"
    selector  = "gp2"
    gigabytes = let.size * let.nodes
  }
  uses "tiered storage" {
    when      = let.tiered
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.tiered_storage_gb
  }

  example "three brokers with 1,000 GB each" {
    given = {
      number_of_broker_nodes = 3
      storage_mode           = unknown
      broker_node_group_info = [{
        instance_type     = "kafka.m5.large"
        connectivity_info = unknown
        storage_info      = [{ ebs_storage_info = [{ volume_size = 1000, provisioned_throughput = [] }] }]
      }]
    }
    omitted = ["storage_mode", "broker_node_group_info.connectivity_info"]
    want    = { brokers = 2190, storage = 3000 }
    monthly = "759.90"
    prices  = { "msk/broker/kafka.m5.large" = 0.21, "msk/storage/gp2" = 0.10 }
    source  = "aws.amazon.com/msk/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "the size where older providers write it" {
    given = { number_of_broker_nodes = 2, broker_node_group_info = [{ instance_type = "kafka.t3.small", ebs_volume_size = 10 }] }
    want  = { brokers = 1460, storage = 20 }
  }

  example "faster volumes, tiers and private logins" {
    given = {
      number_of_broker_nodes = 3
      storage_mode           = "TIERED"
      broker_node_group_info = [{
        instance_type     = "kafka.m5.4xlarge"
        connectivity_info = [{ vpc_connectivity = [{ client_authentication = [{ sasl = [{ iam = true, scram = false }], tls = true }] }] }]
        storage_info      = [{ ebs_storage_info = [{ volume_size = 2000, provisioned_throughput = [{ enabled = true, volume_throughput = 250 }] }] }]
      }]
    }
    want   = { brokers = 2190, storage = 6000, "provisioned throughput" = 750, "private connectivity" = 1460 }
    unused = ["tiered storage", "tiered retrieval"]
  }

  example "express brokers" {
    given  = { number_of_broker_nodes = 3, broker_node_group_info = [{ instance_type = "express.m7g.large" }] }
    want   = { brokers = 2190 }
    prices = { "msk/broker/express.m7g.large" = 0.408 }
    unused = ["express storage", "express data in"]
  }

  example "size known only after apply" {
    given  = { number_of_broker_nodes = 3, broker_node_group_info = [{ instance_type = "kafka.m5.large", storage_info = [{ ebs_storage_info = [{ volume_size = unknown }] }] }] }
    want   = { brokers = 2190 }
    gaps   = ["storage"]
    status = "partial"
  }
}
