# A pool of Spark: vCore-hours of the nodes of a session, and only while one runs;
# the pool itself is a description that costs nothing. With autoscaling the hours
# lie between those of the fewest and the most nodes, and the fewest are sure.
resource "azurerm_synapse_spark_pool" {
  usage "monthly_hrs" {
    unit        = "hours"
    description = "hours a month that sessions run on the pool"
  }

  let {
    gpu    = startswith(lower(coalesce(self.node_size_family, "MemoryOptimized")), "hardwareaccelerated")
    vcores = lookup({ small = 4, medium = 8, large = 16, xlarge = 32, xxlarge = 64, xxxlarge = 80 }, lower(self.node_size), 0)
    auto   = length(self.auto_scale) > 0
    few    = let.auto ? get(self.auto_scale, "min_node_count") : self.node_count
    many   = let.auto ? get(self.auto_scale, "max_node_count") : self.node_count
  }

  cost "nodes" {
    quantity = usage.monthly_hrs * let.vcores * let.few
    high     = usage.monthly_hrs * let.vcores * let.many
    unit     = "vCore-hour"
    price    = "azure-synapse-analytics/azure-synapse-analytics-serverless-apache-spark-pool-${let.gpu ? "gpu" : "memory-optimized"}/vcore"
  }

  # Nodes have 8 GiB of memory for a vCore.
  uses "nodes" {
    when       = !let.gpu
    vcpu       = let.vcores
    memory_gib = let.vcores * 8
    count      = let.few
    high       = let.many
    vcpu_hours = usage.monthly_hrs
  }
  uses "accelerators" {
    when = let.gpu
    gap  = "the accelerators of a pool are not told"
  }

  example "three small nodes, 100 hours" {
    given   = { node_size = "Small", node_size_family = "MemoryOptimized", node_count = 3, auto_scale = [] }
    usage   = { monthly_hrs = 100 }
    want    = { nodes = 1200 }
    status  = "priced"
    monthly = "185.472"
    prices  = { "azure-synapse-analytics/azure-synapse-analytics-serverless-apache-spark-pool-memory-optimized/vcore" = 0.15456 }
    source  = "azure.microsoft.com/pricing/details/synapse-analytics, West Europe, 2026-08"
  }

  example "three to ten medium nodes" {
    given = { node_size = "Medium", node_size_family = "MemoryOptimized", auto_scale = [{ min_node_count = 3, max_node_count = 10 }] }
    usage = { monthly_hrs = 50 }
    want  = { nodes = 1200 }
  }

  example "no session" {
    given  = { node_size = "Small", node_size_family = "MemoryOptimized", node_count = 3 }
    want   = {}
    unused = ["nodes"]
    status = "usage"
  }
}
