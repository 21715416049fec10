# A Bigtable instance: nodes of each of its clusters, and storage on SSD or HDD.
# Clusters that scale are counted at their minimum, with the range. No price of
# Bigtable is in the catalogue yet.
resource "google_bigtable_instance" {
  assume "cluster.num_nodes" {
    why = "one, or the autoscaler's minimum"
  }

  usage "storage_gb" {
    unit        = "GB"
    description = "data stored, in all clusters together"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    default     = null
    description = "backups kept"
  }

  let {
    clusters = first(self.cluster, [])
    lowest   = [for c in let.clusters : get(c, "autoscaling_config.min_nodes", get(c, "num_nodes", 1))]
    highest  = [for c in let.clusters : get(c, "autoscaling_config.max_nodes", get(c, "num_nodes", 1))]
    kind     = lower(get(first(self.cluster, []), "storage_type", "SSD"))
  }

  cost "nodes" {
    quantity = sum(let.lowest) * hours
    low      = sum(let.lowest) * hours
    high     = sum(let.highest) * hours
    unit     = "node-hour"
    price    = "bigtable/node"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "bigtable/storage/${let.kind}"
  }

  cost "backups" {
    when     = usage.backup_storage_gb != null
    quantity = usage.backup_storage_gb
    unit     = "GiB-month"
    price    = "bigtable/backup"
  }

  uses "nodes" {
    gap = "the machines behind Bigtable are not published"
  }

  example "three nodes: no price here yet" {
    given   = { cluster = [{ cluster_id = "a", num_nodes = 3, storage_type = "SSD" }] }
    want    = {}
    unused  = ["storage"]
    gaps    = ["nodes"]
    status  = "gap"
  }

  example "two clusters, one of which scales" {
    given   = { cluster = [{ cluster_id = "a", num_nodes = 3, storage_type = "SSD" }, { cluster_id = "b", num_nodes = unknown, autoscaling_config = [{ min_nodes = 1, max_nodes = 5 }], storage_type = "SSD" }] }
    omitted = ["cluster.num_nodes"]
    usage   = { storage_gb = 10 }
    want    = {}
    gaps    = ["nodes", "storage"]
    status  = "gap"
  }

  example "nodes known only after apply" {
    given  = { cluster = [{ num_nodes = unknown }] }
    want   = {}
    unused = ["storage"]
    gaps   = ["nodes"]
    status = "gap"
  }
}
