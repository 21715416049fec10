# A graph of Neptune Analytics: hours of its memory (m-NCU), and as much again for
# each replica, of which there is one unless said otherwise. A stopped graph costs
# a tenth. Snapshots are billed apart. Its price is known in one region.
resource "aws_neptunegraph_graph" {
  assume "replica_count" {
    value = 1
    why   = "one, the default of the API"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  let {
    units = self.provisioned_memory * (1 + coalesce(self.replica_count, 1))
  }

  cost "memory" {
    quantity = let.units * coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "neptune-analytics/m-ncu"
  }

  uses "memory" {
    gap = "the machines of a graph are not published"
  }

  example "16 units without a replica" {
    given   = { provisioned_memory = 16, replica_count = 0 }
    want    = { memory = 11680 }
    monthly = "350.40"
    prices  = { "neptune-analytics/m-ncu" = 0.03 }
    source  = "aws.amazon.com/neptune/pricing, us-east-1, 2026-09"
    status  = "priced"
  }

  example "with the replica of the default, for 100 hours" {
    given   = { provisioned_memory = 32, replica_count = unknown }
    omitted = ["replica_count"]
    usage   = { monthly_hrs = 100 }
    want    = { memory = 6400 }
  }

  example "memory known only after apply" {
    given  = { provisioned_memory = unknown, replica_count = 0 }
    want   = {}
    gaps   = ["memory"]
    status = "gap"
  }
}
