# A Spanner instance: compute by nodes or thousandths of one (processing units),
# storage and backups. The edition and the configuration (one region, two or
# several) decide the prices; the catalogue has those of single regions, compute
# and storage in us-central1. An instance that scales is counted at its minimum,
# with the range.
resource "google_spanner_instance" {
  assume "num_nodes" {
    why = "by processing units or the autoscaler"
  }
  assume "processing_units" {
    why = "by nodes or the autoscaler"
  }
  assume "edition" {
    value = "STANDARD"
    why   = "STANDARD, the default of the API"
  }
  assume "instance_type" {
    value = "PROVISIONED"
    why   = "PROVISIONED, the default of the API"
  }

  usage "storage_gb" {
    unit        = "GB"
    description = "data stored"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    default     = null
    description = "backups kept"
  }

  let {
    edition = lower(replace(coalesce(self.edition, "STANDARD"), "_", "-"))
    limits  = get(self.autoscaling_config, "autoscaling_limits")
    scaled  = length(self.autoscaling_config) > 0
    lowest  = first(get(let.limits, "min_nodes"), get(let.limits, "min_processing_units") == null ? null : get(let.limits, "min_processing_units") / 1000)
    highest = first(get(let.limits, "max_nodes"), get(let.limits, "max_processing_units") == null ? null : get(let.limits, "max_processing_units") / 1000)
    nodes   = let.scaled ? let.lowest : first(self.num_nodes, self.processing_units == null ? null : self.processing_units / 1000)
    free    = upper(coalesce(self.instance_type, "PROVISIONED")) == "FREE_INSTANCE"
    # regional-us-central1, or a configuration of several regions by its name.
    place = regex("[^/]+$", lower(self.config))
    kind  = startswith(let.place, "regional-") ? "regional" : let.place
  }

  cost "compute" {
    when     = !let.free
    quantity = let.nodes * hours
    low      = let.scaled ? let.lowest * hours : let.nodes * hours
    high     = let.scaled ? let.highest * hours : let.nodes * hours
    unit     = "node-hour"
    price    = "spanner/${let.edition}/${let.kind}/node"
  }

  cost "storage" {
    when     = !let.free
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "spanner/${let.edition}/${let.kind}/storage"
  }

  cost "backups" {
    when     = usage.backup_storage_gb != null
    quantity = usage.backup_storage_gb
    unit     = "GiB-month"
    price    = "spanner/${let.edition}/${let.kind}/backup"
  }

  uses "storage" {
    storage   = "spanner"
    selector  = let.kind
    gigabytes = usage.storage_gb
  }

  uses "compute" {
    gap = "the machines behind Spanner are not published"
  }

  example "two nodes" {
    given   = { config = "regional-us-central1", num_nodes = 2, processing_units = unknown, edition = unknown }
    omitted = ["processing_units", "edition"]
    usage   = { storage_gb = 100 }
    want    = { compute = 1460, storage = 100 }
    status  = "priced"
    monthly = "1344.00"
    prices  = { "spanner/standard/regional/node" = 0.9, "spanner/standard/regional/storage" = 0.3 }
    source  = "cloud.google.com/spanner/pricing, us-central1, 2026-10"
  }

  example "a hundred processing units of Enterprise" {
    given   = { config = "regional-us-central1", num_nodes = unknown, processing_units = 100, edition = "ENTERPRISE" }
    omitted = ["num_nodes"]
    want    = { compute = 73 }
    unused  = ["storage"]
    monthly = "89.79"
    prices  = { "spanner/enterprise/regional/node" = 1.23 }
    source  = "cloud.google.com/spanner/pricing, us-central1, 2026-10"
  }

  example "a region without a price here" {
    region = "europe-west1"
    given  = { config = "regional-europe-west1", num_nodes = 1, edition = "STANDARD" }
    want   = {}
    unused = ["storage"]
    gaps   = ["compute"]
    status = "gap"
  }

  example "from one to three nodes" {
    given  = { config = "nam3", autoscaling_config = [{ autoscaling_limits = [{ min_processing_units = 1000, max_processing_units = 3000 }] }], edition = "ENTERPRISE_PLUS" }
    usage  = { storage_gb = 100 }
    want   = {}
    gaps   = ["compute", "storage"]
    status = "gap"
  }

  example "the free instance" {
    given   = { config = "regional-us-central1", instance_type = "FREE_INSTANCE" }
    want    = {}
    status  = "free"
  }

  example "configuration known only after apply" {
    given  = { config = unknown, num_nodes = 1 }
    want   = {}
    unused = ["storage"]
    gaps   = ["compute"]
    status = "gap"
  }
}
