# A Spark cluster of HDInsight, billed as azurerm_hdinsight_hadoop_cluster: by the hour of every
# node of its size.
resource "azurerm_hdinsight_spark_cluster" {
  part "" {
    card  = "azurerm_hdinsight_hadoop_cluster"
    given = { roles = self.roles }
  }

  example "three workers" {
    given = { roles = [{
      head_node      = [{ vm_size = "Standard_E2_V3" }]
      worker_node    = [{ vm_size = "Standard_E16_V3", target_instance_count = 3 }]
      zookeeper_node = [{ vm_size = "Standard_E2_V3" }]
    }] }
    want    = { "head nodes" = 1460, "worker nodes" = 2190, "ZooKeeper nodes" = 2190 }
    status  = "priced"
    monthly = "4022.30" # 3650 x 0.19 + 2190 x 1.52
    prices  = { "hdinsight/node/standard-e2-v3" = 0.19, "hdinsight/node/standard-e16-v3" = 1.52 }
    source  = "azure.microsoft.com/pricing/details/hdinsight, West Europe, 2024-07, recovered from totals"
  }

  example "count known only after apply" {
    given = { roles = [{
      head_node      = [{ vm_size = "Standard_E2_V3" }]
      worker_node    = [{ vm_size = "Standard_E2_V3", target_instance_count = unknown }]
      zookeeper_node = [{ vm_size = "Standard_E2_V3" }]
    }] }
    want = { "head nodes" = 1460, "ZooKeeper nodes" = 2190 }
    gaps = ["worker nodes"]
  }
}
