# An interactive query cluster of HDInsight, billed as azurerm_hdinsight_hadoop_cluster: by the hour of every
# node of its size.
resource "azurerm_hdinsight_interactive_query_cluster" {
  part "" {
    card  = "azurerm_hdinsight_hadoop_cluster"
    given = { roles = self.roles }
  }

  example "two workers" {
    given = { roles = [{
      head_node      = [{ vm_size = "Standard_D3_V2" }]
      worker_node    = [{ vm_size = "Standard_E16_V3", target_instance_count = 2 }]
      zookeeper_node = [{ vm_size = "Standard_D3_V2" }]
    }] }
    want    = { "head nodes" = 1460, "worker nodes" = 1460, "ZooKeeper nodes" = 2190 }
    status  = "priced"
    monthly = "3295.95" # 3650 x 0.295 + 1460 x 1.52
    prices  = { "hdinsight/node/standard-d3-v2" = 0.295, "hdinsight/node/standard-e16-v3" = 1.52 }
    source  = "azure.microsoft.com/pricing/details/hdinsight, West Europe, 2024-07 and 2025-07, recovered from totals"
  }

  example "a size without a price" {
    given = { roles = [{
      head_node      = [{ vm_size = "Standard_D3_V2" }]
      worker_node    = [{ vm_size = "Standard_D13_V2", target_instance_count = 2 }]
      zookeeper_node = [{ vm_size = unknown }]
    }] }
    want   = { "head nodes" = 1460 }
    gaps   = ["worker nodes", "ZooKeeper nodes"]
    status = "partial"
  }
}
