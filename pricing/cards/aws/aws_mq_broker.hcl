# An Amazon MQ broker: hours by type, engine and deployment, and its storage by
# use. The prices of the catalogue are for the pair (active and standby) and for
# the three nodes of a RabbitMQ cluster; storage of a cluster is per node.
# ActiveMQ stores on EFS unless EBS is asked for, RabbitMQ always on EBS.
resource "aws_mq_broker" {
  assume "storage_type" {
    why = "efs of ActiveMQ, ebs of RabbitMQ, the defaults"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "storage_size_gb" {
    unit        = "GB"
    description = "messages stored, of each node"
  }

  let {
    type   = lower(self.host_instance_type)
    engine = lower(self.engine_type)
    mode   = upper(coalesce(self.deployment_mode, "SINGLE_INSTANCE"))
    deployment = (
      let.mode == "SINGLE_INSTANCE" ? "single-instance" :
      let.mode == "ACTIVE_STANDBY_MULTI_AZ" ? "active-standby" : "cluster-3-node"
    )
    machines = let.mode == "SINGLE_INSTANCE" ? 1 : (let.mode == "ACTIVE_STANDBY_MULTI_AZ" ? 2 : 3)
    kind     = lower(coalesce(self.storage_type, let.engine == "rabbitmq" ? "ebs" : "efs"))
    # The pair shares its file system; every node of a cluster has a volume.
    volumes = let.mode == "CLUSTER_MULTI_AZ" ? 3 : 1
  }

  cost "broker" {
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "mq/broker/${let.type}/${let.engine}/${let.deployment}"
  }

  cost "storage" {
    quantity = usage.storage_size_gb * let.volumes
    unit     = "GB-month"
    price    = "mq/storage/${let.kind}"
  }

  uses "broker" {
    machine = let.type
    count   = let.machines
  }
  uses "storage" {
    storage   = let.kind
    selector  = let.kind == "efs" ? "regional" : "gp2"
    gigabytes = usage.storage_size_gb * let.volumes
  }

  example "one ActiveMQ broker with 50 GB" {
    given   = { engine_type = "ActiveMQ", host_instance_type = "mq.m5.large", deployment_mode = "SINGLE_INSTANCE", storage_type = unknown }
    omitted = ["storage_type"]
    usage   = { storage_size_gb = 50 }
    want    = { broker = 730, storage = 50 }
    monthly = "225.24"
    prices  = { "mq/broker/mq.m5.large/activemq/single-instance" = 0.288, "mq/storage/efs" = 0.3 }
    source  = "aws.amazon.com/amazon-mq/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "active and standby" {
    given  = { engine_type = "ActiveMQ", host_instance_type = "mq.m5.large", deployment_mode = "ACTIVE_STANDBY_MULTI_AZ" }
    want   = { broker = 730 }
    unused = ["storage"]
    prices = { "mq/broker/mq.m5.large/activemq/active-standby" = 0.576 }
  }

  example "a cluster of RabbitMQ" {
    given  = { engine_type = "RabbitMQ", host_instance_type = "mq.m5.large", deployment_mode = "CLUSTER_MULTI_AZ", storage_type = "ebs" }
    usage  = { storage_size_gb = 20 }
    want   = { broker = 730, storage = 60 }
    prices = { "mq/broker/mq.m5.large/rabbitmq/cluster-3-node" = 0.864, "mq/storage/ebs" = 0.1 }
  }

  example "type known only after apply" {
    given  = { engine_type = "RabbitMQ", host_instance_type = unknown }
    usage  = { storage_size_gb = 20 }
    want   = { storage = 20 }
    gaps   = ["broker"]
    status = "partial"
  }
}
