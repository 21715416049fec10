# A stage: hours of its cache by size in GB, where it has one, used or not.
resource "aws_api_gateway_stage" {
  let {
    cached = coalesce(self.cache_cluster_enabled, false)
  }

  cost "cache" {
    when     = let.cached
    quantity = hours
    unit     = "hour"
    price    = "apigateway/cache/${self.cache_cluster_size}gb"
  }

  uses "cache" {
    when = let.cached
    gap  = "what a cache runs on is not published"
  }

  example "with a cache of half a gigabyte" {
    given   = { cache_cluster_enabled = true, cache_cluster_size = "0.5" }
    want    = { cache = 730 }
    monthly = "14.60"
    prices  = { "apigateway/cache/0.5gb" = 0.02 }
    source  = "aws.amazon.com/api-gateway/pricing, us-east-1, 2025-10"
    status  = "priced"
  }

  example "a size without a cache" {
    given  = { cache_cluster_enabled = false, cache_cluster_size = "237" }
    want   = {}
    status = "free"
  }

  example "nothing said" {
    given  = { stage_name = "main" }
    want   = {}
    status = "free"
  }

  example "size known only after apply" {
    given  = { cache_cluster_enabled = true, cache_cluster_size = unknown }
    want   = {}
    gaps   = ["cache"]
    status = "gap"
  }
}
