# A serverless collection: hours of its compute units (OCU) for indexing and for
# search, and gigabytes kept. An account pays for two units at least (one
# without standby replicas) as long as any collection exists, and collections of
# one key share their units: that is what is counted where use is not given,
# with nothing as the lower bound. Prices are known in two regions.
resource "aws_opensearchserverless_collection" {
  assume "standby_replicas" {
    value = "ENABLED"
    why   = "ENABLED, the default"
  }

  usage "indexing_ocus" {
    unit        = "OCUs"
    default     = null
    description = "units for indexing on average"
  }
  usage "search_ocus" {
    unit        = "OCUs"
    default     = null
    description = "units for search on average"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "data kept"
  }

  let {
    least  = upper(coalesce(self.standby_replicas, "ENABLED")) == "DISABLED" ? 0.5 : 1
    index  = coalesce(usage.indexing_ocus, let.least)
    search = coalesce(usage.search_ocus, let.least)
  }

  cost "indexing" {
    quantity = let.index * hours
    low      = usage.indexing_ocus == null ? 0 : let.index * hours
    unit     = "hour"
    price    = "opensearch-serverless/ocu"
  }
  cost "search" {
    quantity = let.search * hours
    low      = usage.search_ocus == null ? 0 : let.search * hours
    unit     = "hour"
    price    = "opensearch-serverless/ocu"
  }
  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "opensearch-serverless/storage"
  }

  # A unit is one vCPU and 6 GB.
  uses "units" {
    vcpu       = let.index + let.search
    memory_gib = 6 * (let.index + let.search)
    vcpu_hours = hours
  }

  example "the least, with 50 GB" {
    given   = { type = "VECTORSEARCH", standby_replicas = unknown }
    omitted = ["standby_replicas"]
    usage   = { storage_gb = 50 }
    want    = { indexing = 730, search = 730, storage = 50 }
    monthly = "351.60"
    prices  = { "opensearch-serverless/ocu" = 0.24, "opensearch-serverless/storage" = 0.024 }
    source  = "aws.amazon.com/opensearch-service/pricing, us-east-1, 2026-03"
    status  = "priced"
  }

  example "without standby, units given, in Mumbai" {
    region = "ap-south-1"
    given  = { type = "SEARCH", standby_replicas = "DISABLED" }
    usage  = { indexing_ocus = 2, storage_gb = 10 }
    want   = { indexing = 1460, search = 365, storage = 10 }
    prices = { "opensearch-serverless/ocu" = 0.2472 }
  }

  example "storage not given, replicas known only after apply" {
    given  = { type = "TIMESERIES", standby_replicas = unknown }
    want   = {}
    gaps   = ["indexing", "search"]
    unused = ["storage"]
    status = "gap"
  }
}
