# A Bigtable instance: nodes of each of its clusters, and storage on SSD or HDD.
# Clusters that scale are counted at their minimum, with the range. A node of the
# edition Enterprise Plus costs more. The prices are those of us-central1; that
# of backups is not in the catalogue.
resource "google_bigtable_instance" {
  assume "cluster.num_nodes" {
    why = "one, or the autoscaler's minimum"
  }

  assume "edition" {
    value = "ENTERPRISE"
    why   = "ENTERPRISE, the default of the API"
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
    edition  = lower(replace(coalesce(self.edition, "ENTERPRISE"), "_", "-"))
    kind     = lower(get(first(self.cluster, []), "storage_type", "SSD"))
  }

  cost "nodes" {
    quantity = sum(let.lowest) * hours
    low      = sum(let.lowest) * hours
    high     = sum(let.highest) * hours
    unit     = "node-hour"
    price    = "bigtable/${let.edition}/node"
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

  example "three nodes" {
    given   = { cluster = [{ cluster_id = "a", num_nodes = 3, storage_type = "SSD" }] }
    want    = { nodes = 2190 }
    unused  = ["storage"]
    monthly = "1423.50"
    prices  = { "bigtable/enterprise/node" = 0.65 }
    source  = "cloud.google.com/bigtable/pricing, us-central1, 2026-10"
  }

  example "a node of Enterprise Plus on HDD" {
    given   = { edition = "ENTERPRISE_PLUS", cluster = [{ cluster_id = "a", num_nodes = 1, storage_type = "HDD" }] }
    usage   = { storage_gb = 1000, backup_storage_gb = 10 }
    want    = { nodes = 730, storage = 1000 }
    gaps    = ["backups"]
    status  = "partial"
    monthly = "646.50"
    prices  = { "bigtable/enterprise-plus/node" = 0.85, "bigtable/storage/hdd" = 0.026 }
    source  = "cloud.google.com/bigtable/pricing, us-central1, 2026-10"
  }

  example "two clusters, one of which scales" {
    given   = { cluster = [{ cluster_id = "a", num_nodes = 3, storage_type = "SSD" }, { cluster_id = "b", num_nodes = unknown, autoscaling_config = [{ min_nodes = 1, max_nodes = 5 }], storage_type = "SSD" }] }
    omitted = ["cluster.num_nodes"]
    usage   = { storage_gb = 10 }
    want    = { nodes = 2920, storage = 10 }
    status  = "priced"
  }

  example "nodes known only after apply" {
    given  = { cluster = [{ num_nodes = unknown }] }
    want   = {}
    unused = ["storage"]
    gaps   = ["nodes"]
    status = "gap"
  }
}
