# An index of Vector Search that is deployed: hours of its machines, by their
# type, one replica at least for each shard, which is not counted here. Known
# in us-central1 for two types.
resource "google_vertex_ai_index_endpoint_deployed_index" {
  assume "automatic_resources" {
    why = "not configured: two replicas where dedicated ones are not"
  }
  assume "dedicated_resources" {
    why = "not configured"
  }

  usage "shards" {
    unit        = "shards"
    default     = 1
    description = "shards of the index"
  }

  let {
    type      = get(self.dedicated_resources, "machine_spec.machine_type")
    dedicated = length(first(self.dedicated_resources, [])) > 0
    lowest    = let.dedicated ? get(self.dedicated_resources, "min_replica_count") : get(self.automatic_resources, "min_replica_count", 2)
    highest   = let.dedicated ? get(self.dedicated_resources, "max_replica_count", let.lowest) : get(self.automatic_resources, "max_replica_count", let.lowest)
  }

  cost "nodes" {
    quantity = let.lowest * usage.shards * hours
    low      = let.lowest * usage.shards * hours
    high     = max(let.lowest, let.highest) * usage.shards * hours
    unit     = "hour"
    price    = let.dedicated ? "vertex-ai/vector-search/serving/${let.type}" : null
    hint     = "the machine of automatic resources follows the size of the index's shards, which no plan says"
  }

  uses "nodes" {
    when    = let.dedicated
    machine = let.type
    count   = let.lowest * usage.shards
  }

  uses "nodes chosen by the service" {
    when = !let.dedicated
    gap  = "the machine of automatic resources is not known"
  }

  example "two machines" {
    given   = { dedicated_resources = [{ machine_spec = [{ machine_type = "e2-standard-16" }], min_replica_count = 2, max_replica_count = 4 }], automatic_resources = [] }
    want    = { nodes = 1460 }
    status  = "priced"
    monthly = "1095.682112"
    prices  = { "vertex-ai/vector-search/serving/e2-standard-16" = 0.7504672 }
    source  = "cloud.google.com/vertex-ai/pricing, us-central1, 2026-06"
  }

  example "automatic" {
    given  = { dedicated_resources = [], automatic_resources = [{ min_replica_count = 1 }] }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }

  example "machine known only after apply" {
    given  = { dedicated_resources = [{ machine_spec = [{ machine_type = unknown }], min_replica_count = 1 }], automatic_resources = [] }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }
}
