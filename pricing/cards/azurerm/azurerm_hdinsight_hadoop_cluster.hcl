# A cluster of HDInsight: hours of every node of its size, machine included: two
# head nodes, three of ZooKeeper, the workers (between two bounds where they scale)
# and edge nodes. Workers of Kafka have disks of 1 TB each besides, premium where
# the machine can. It cannot be stopped, only deleted. The catalogue has node
# prices of some series in East US and West Europe, recovered from published totals
# or worked out from another size of the series. The cards of the other kinds of
# cluster are built on this one.
resource "azurerm_hdinsight_hadoop_cluster" {
  let {
    head   = get(self.roles, "head_node")
    worker = get(self.roles, "worker_node")
    keeper = get(self.roles, "zookeeper_node")
    edge   = get(self.roles, "edge_node")
    manage = get(self.roles, "kafka_management_node")

    target = get(let.worker, "target_instance_count", 0)
    fewest = first(get(let.worker, "autoscale.capacity.min_instance_count"), let.target)
    most   = first(get(let.worker, "autoscale.capacity.max_instance_count"), let.target)
    size   = get(let.worker, "vm_size")
    disks  = coalesce(get(let.worker, "number_of_disks_per_node"), 0)
    # Sizes with an s after their number take premium disks: DS3_v2, E4s_v3.
    premium = length(regexall("^standard_([a-z]+[0-9]+[a-z]*s|[a-z]+s[0-9]+)", lower(let.size))) > 0
  }

  cost "head nodes" {
    quantity = 2 * hours
    unit     = "hour"
    price    = "hdinsight/node/${lower(replace(get(let.head, "vm_size"), "_", "-"))}"
  }
  cost "worker nodes" {
    quantity = let.fewest * hours
    high     = let.most * hours
    unit     = "hour"
    price    = "hdinsight/node/${lower(replace(let.size, "_", "-"))}"
  }
  cost "ZooKeeper nodes" {
    quantity = 3 * hours
    unit     = "hour"
    price    = "hdinsight/node/${lower(replace(get(let.keeper, "vm_size"), "_", "-"))}"
  }
  cost "edge nodes" {
    when     = length(let.edge) > 0
    quantity = get(let.edge, "target_instance_count", 1) * hours
    unit     = "hour"
    price    = "hdinsight/node/${lower(replace(get(let.edge, "vm_size"), "_", "-"))}"
  }
  cost "management nodes" {
    when     = length(let.manage) > 0
    quantity = 2 * hours
    unit     = "hour"
    price    = "hdinsight/node/${lower(replace(get(let.manage, "vm_size"), "_", "-"))}"
  }
  cost "disks of workers" {
    when     = let.disks > 0
    quantity = let.disks * let.fewest
    high     = let.disks * let.most
    unit     = "month"
    price    = let.premium ? "disk/premium-ssd/p30-lrs" : "disk/standard-hdd/s30-lrs"
  }

  uses "head nodes" {
    machine = get(let.head, "vm_size")
    count   = 2
  }
  uses "worker nodes" {
    machine = let.size
    count   = let.fewest
    high    = let.most
  }
  uses "ZooKeeper nodes" {
    machine = get(let.keeper, "vm_size")
    count   = 3
  }
  uses "edge nodes" {
    when    = length(let.edge) > 0
    machine = get(let.edge, "vm_size")
    count   = get(let.edge, "target_instance_count", 1)
  }
  uses "disks" {
    when      = let.disks > 0
    storage   = "disk"
    selector  = let.premium ? "premium-ssd" : "standard-hdd"
    gigabytes = 1024
    count     = let.disks * let.fewest
    high      = let.disks * let.most
  }

  example "four workers" {
    region = "eastus"
    given = { roles = [{
      head_node      = [{ vm_size = "Standard_D3_V2" }]
      worker_node    = [{ vm_size = "Standard_D4_V2", target_instance_count = 4, autoscale = [] }]
      zookeeper_node = [{ vm_size = "Standard_D3_V2" }]
    }] }
    want    = { "head nodes" = 1460, "worker nodes" = 2920, "ZooKeeper nodes" = 2190 }
    status  = "priced"
    monthly = "2799.55" # 3650 x 0.295 + 2920 x 0.59
    prices  = { "hdinsight/node/standard-d3-v2" = 0.295, "hdinsight/node/standard-d4-v2" = 0.59 }
    source  = "azure.microsoft.com/pricing/details/hdinsight, East US, 2025-07, recovered from totals"
  }

  example "workers that scale, with an edge node" {
    region = "eastus"
    given = { roles = [{
      head_node      = [{ vm_size = "Standard_D3_V2" }]
      worker_node    = [{ vm_size = "Standard_D3_V2", target_instance_count = 3, autoscale = [{ capacity = [{ min_instance_count = 3, max_instance_count = 10 }] }] }]
      zookeeper_node = [{ vm_size = "Standard_A5" }]
      edge_node      = [{ vm_size = "Standard_A5", target_instance_count = 2 }]
    }] }
    want = { "head nodes" = 1460, "worker nodes" = 2190, "ZooKeeper nodes" = 2190, "edge nodes" = 1460 }
  }

  example "a size without a price" {
    region = "eastus"
    given = { roles = [{
      head_node      = [{ vm_size = "Standard_D13_V2" }]
      worker_node    = [{ vm_size = "Standard_D3_V2", target_instance_count = unknown }]
      zookeeper_node = [{ vm_size = "Standard_D3_V2" }]
    }] }
    want   = { "ZooKeeper nodes" = 2190 }
    gaps   = ["head nodes", "worker nodes"]
    status = "partial"
  }
}
