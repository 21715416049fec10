# A DynamoDB Accelerator cluster: hours of its nodes. CPU credits of burstable
# nodes are included.
resource "aws_dax_cluster" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }

  let {
    type = lower(self.node_type)
  }

  cost "nodes" {
    quantity = self.replication_factor * coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "dax/node/${let.type}"
  }

  uses "nodes" {
    machine = let.type
    count   = self.replication_factor
  }

  example "three nodes" {
    given   = { node_type = "dax.r5.large", replication_factor = 3 }
    want    = { nodes = 2190 }
    monthly = "558.45"
    prices  = { "dax/node/dax.r5.large" = 0.255 }
    source  = "aws.amazon.com/dynamodb/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "number known only after apply" {
    given  = { node_type = "dax.r5.large", replication_factor = unknown }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }
}
