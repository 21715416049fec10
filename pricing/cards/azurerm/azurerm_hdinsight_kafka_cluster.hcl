# A Kafka cluster of HDInsight, billed as azurerm_hdinsight_hadoop_cluster: by the hour of every
# node of its size, and by the month of the disks of its workers.
resource "azurerm_hdinsight_kafka_cluster" {
  part "" {
    card  = "azurerm_hdinsight_hadoop_cluster"
    given = { roles = self.roles }
  }

  example "three workers with two premium disks each" {
    given = { roles = [{
      head_node      = [{ vm_size = "Standard_D3_V2" }]
      worker_node    = [{ vm_size = "Standard_E2s_V3", target_instance_count = 3, number_of_disks_per_node = 2 }]
      zookeeper_node = [{ vm_size = "Standard_D3_V2" }]
    }] }
    want    = { "head nodes" = 1460, "worker nodes" = 2190, "ZooKeeper nodes" = 2190, "disks of workers" = 6 }
    status  = "priced"
    monthly = "2384.93" # 1076.75 + 416.10 + 6 x 148.68
    prices  = { "hdinsight/node/standard-d3-v2" = 0.295, "hdinsight/node/standard-e2s-v3" = 0.19, "disk/premium-ssd/p30-lrs" = 148.68 }
    source  = "azure.microsoft.com/pricing/details/hdinsight and managed-disks, West Europe, 2025-07 (recovered from totals) and 2026-08"
  }

  example "standard disks, and nodes that manage" {
    given = { roles = [{
      head_node             = [{ vm_size = "Standard_D3_V2" }]
      worker_node           = [{ vm_size = "Standard_D3_V2", target_instance_count = 3, number_of_disks_per_node = 1 }]
      zookeeper_node        = [{ vm_size = "Standard_D3_V2" }]
      kafka_management_node = [{ vm_size = "Standard_D4_V2" }]
    }] }
    want   = { "head nodes" = 1460, "worker nodes" = 2190, "ZooKeeper nodes" = 2190, "disks of workers" = 3 }
    gaps   = ["management nodes"]
    status = "partial"
  }

  example "count known only after apply" {
    given = { roles = [{
      head_node      = [{ vm_size = "Standard_D3_V2" }]
      worker_node    = [{ vm_size = "Standard_D3_V2", target_instance_count = unknown, number_of_disks_per_node = 1 }]
      zookeeper_node = [{ vm_size = "Standard_D3_V2" }]
    }] }
    want = { "head nodes" = 1460, "ZooKeeper nodes" = 2190 }
    gaps = ["worker nodes", "disks of workers"]
  }
}
