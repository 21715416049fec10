# A partition of a Spanner instance: compute in another place, by nodes or
# thousandths of one (processing units), of the edition Enterprise Plus, which
# partitions need. One that scales is counted at its minimum, with the range.
# Storage in it is the instance's. Places of several regions have no price in
# the catalogue.
resource "google_spanner_instance_partition" {
  assume "node_count" {
    why = "by processing units or the autoscaler"
  }
  assume "processing_units" {
    why = "by nodes or the autoscaler"
  }

  let {
    limits  = get(self.autoscaling_config, "autoscaling_limits")
    scaled  = length(self.autoscaling_config) > 0
    lowest  = first(get(let.limits, "min_nodes"), get(let.limits, "min_processing_units") == null ? null : get(let.limits, "min_processing_units") / 1000)
    highest = first(get(let.limits, "max_nodes"), get(let.limits, "max_processing_units") == null ? null : get(let.limits, "max_processing_units") / 1000)
    nodes   = let.scaled ? let.lowest : first(self.node_count, self.processing_units == null ? null : self.processing_units / 1000)
    place   = regex("[^/]+$", lower(self.config))
    kind    = startswith(let.place, "regional-") ? "regional" : let.place
  }

  cost "compute" {
    quantity = let.nodes * hours
    low      = let.nodes * hours
    high     = let.scaled ? let.highest * hours : let.nodes * hours
    unit     = "node-hour"
    price    = "spanner/enterprise-plus/${let.kind}/node"
    region   = trimprefix(let.place, "regional-")
  }

  uses "compute" {
    gap = "the machines behind Spanner are not published"
  }

  example "a node in Iowa" {
    given   = { config = "regional-us-central1", node_count = 1, processing_units = unknown }
    want    = { compute = 730 }
    omitted = ["processing_units"]
    status  = "priced"
    monthly = "1248.30"
    prices  = { "spanner/enterprise-plus/regional/node" = 1.71 }
    source  = "cloud.google.com/spanner/pricing, us-central1, 2026-10"
  }

  example "several regions: no price here" {
    given   = { config = "nam3", node_count = unknown, processing_units = 1000 }
    want    = {}
    gaps    = ["compute"]
    omitted = ["node_count"]
    status  = "gap"
  }

  example "nodes known only after apply" {
    given  = { config = "regional-us-central1", node_count = unknown, processing_units = unknown }
    want   = {}
    gaps   = ["compute"]
    status = "gap"
  }
}
