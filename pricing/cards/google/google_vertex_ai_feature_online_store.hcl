# A store of features for serving: hours of its nodes, two where it is
# optimized, or as many as Bigtable scales to. The price of an optimized node
# is known in us-central1, that of a Bigtable node in us-east1; storage has
# none in the catalogue.
resource "google_vertex_ai_feature_online_store" {
  usage "storage_gb" {
    unit        = "GB"
    default     = null
    description = "features stored"
  }

  let {
    bigtable = length(first(self.bigtable, [])) > 0
    lowest   = let.bigtable ? get(self.bigtable, "auto_scaling.min_node_count") : 2
    highest  = let.bigtable ? get(self.bigtable, "auto_scaling.max_node_count") : 2
  }

  cost "nodes" {
    quantity = let.lowest * hours
    low      = let.lowest * hours
    high     = let.highest * hours
    unit     = "hour"
    price    = "vertex-ai/feature-store/${let.bigtable ? "bigtable" : "optimized"}-node"
  }

  cost "storage" {
    when     = usage.storage_gb != null
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "vertex-ai/feature-store/${let.bigtable ? "bigtable" : "optimized"}-storage"
  }

  uses "nodes" {
    gap = "the machines behind it are not published"
  }

  example "one to three nodes of Bigtable" {
    region  = "us-east1"
    given   = { bigtable = [{ auto_scaling = [{ min_node_count = 1, max_node_count = 3 }] }], optimized = [] }
    want    = { nodes = 730 }
    status  = "priced"
    monthly = "773.80"
    prices  = { "vertex-ai/feature-store/bigtable-node" = 1.06 }
    source  = "cloud.google.com/vertex-ai/pricing, us-east1, 2026-08"
  }

  example "optimized" {
    given  = { bigtable = [], optimized = [{}] }
    usage  = { storage_gb = 10 }
    want   = { nodes = 1460 }
    gaps   = ["storage"]
    status = "partial"
  }

  example "nodes known only after apply" {
    given  = { bigtable = [{ auto_scaling = [{ min_node_count = unknown, max_node_count = 3 }] }], optimized = [] }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }
}
