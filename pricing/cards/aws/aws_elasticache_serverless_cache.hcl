# A serverless cache: gigabyte-hours stored and processing units (ECPUs). At
# least 1 GB is billed (100 MB for Valkey), and what cache_usage_limits sets as
# a minimum of either is billed whether used or not. Without use given this is
# what the estimate shows. Snapshots are billed apart, at a price not known here.
resource "aws_elasticache_serverless_cache" {
  assume "cache_usage_limits" {
    why = "no minimum is set"
  }
  assume "cache_usage_limits.data_storage" {
    why = "no minimum is set"
  }
  assume "cache_usage_limits.ecpu_per_second" {
    why = "no minimum is set"
  }
  assume "cache_usage_limits.data_storage.minimum" {
    why = "no minimum is set"
  }
  assume "cache_usage_limits.ecpu_per_second.minimum" {
    why = "no minimum is set"
  }

  usage "data_storage_gb" {
    unit        = "GB"
    default     = null
    description = "data stored on average, where that is more than the least billed"
  }
  usage "monthly_ecpus" {
    unit        = "ECPUs"
    default     = null
    description = "processing units a month"
  }

  let {
    engine = lower(self.engine)
    least  = max(let.engine == "valkey" ? 0.1 : 1, get(self.cache_usage_limits, "data_storage.minimum", 0))
    floor  = get(self.cache_usage_limits, "ecpu_per_second.minimum", 0) * 3600 * hours
  }

  cost "storage" {
    quantity = max(let.least, coalesce(usage.data_storage_gb, let.least)) * hours
    unit     = "GB-hour"
    price    = "elasticache/serverless/${let.engine}/storage"
  }

  cost "processing units" {
    quantity = usage.monthly_ecpus == null ? (let.floor > 0 ? let.floor / 1000000 : null) : max(let.floor, usage.monthly_ecpus) / 1000000
    unit     = "1M-ECPUs"
    price    = "elasticache/serverless/${let.engine}/ecpu"
  }

  uses "cache" {
    gap = "what a serverless cache occupies is not published"
  }

  example "Redis, 10 GB and a billion units" {
    given   = { engine = "redis", cache_usage_limits = unknown }
    omitted = ["cache_usage_limits"]
    usage   = { data_storage_gb = 10, monthly_ecpus = 1000000000 }
    want    = { storage = 7300, "processing units" = 1000 }
    monthly = "915.90"
    prices  = { "elasticache/serverless/redis/storage" = 0.125, "elasticache/serverless/redis/ecpu" = 0.0034 }
    source  = "aws.amazon.com/elasticache/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "Valkey, no use given" {
    given  = { engine = "valkey", cache_usage_limits = [] }
    want   = { storage = 73 }
    unused = ["processing units"]
    status = "partial"
    prices = { "elasticache/serverless/valkey/storage" = 0.084 }
  }

  example "minimums set" {
    given = { engine = "valkey", cache_usage_limits = [{ data_storage = [{ minimum = 5, maximum = 10, unit = "GB" }], ecpu_per_second = [{ minimum = 1000, maximum = 5000 }] }] }
    want  = { storage = 3650, "processing units" = 2628 }
  }

  example "engine known only after apply" {
    given  = { engine = unknown }
    usage  = { monthly_ecpus = 1000000 }
    want   = {}
    gaps   = ["storage", "processing units"]
    status = "gap"
  }
}
