# Hours of the cache of a GraphQL API, by its size. The old names of sizes, by
# machine, have no known price.
resource "aws_appsync_api_cache" {
  let {
    sizes = {
      SMALL     = "1-55gb"
      MEDIUM    = "3-22gb"
      LARGE     = "12-3gb"
      XLARGE    = "25-05gb"
      LARGE_2X  = "50-47gb"
      LARGE_4X  = "101-38gb"
      LARGE_8X  = "203-26gb"
      LARGE_12X = "317-77gb"
    }
    size = lookup(let.sizes, upper(self.type), "")
  }

  cost "cache" {
    quantity = hours
    unit     = "hour"
    price    = let.size == "" ? null : "appsync/cache/${let.size}"
    hint     = "no source gives the price of a cache of this kind"
  }

  uses "cache" {
    gap = "no source says what a cache runs on"
  }

  example "small" {
    given   = { type = "SMALL" }
    want    = { cache = 730 }
    monthly = "32.12"
    prices  = { "appsync/cache/1-55gb" = 0.044 }
    source  = "aws.amazon.com/appsync/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "large, four times" {
    given   = { type = "LARGE_4X" }
    want    = { cache = 730 }
    monthly = "1736.67"
    prices  = { "appsync/cache/101-38gb" = 2.379 }
    source  = "aws.amazon.com/appsync/pricing, us-east-1, 2025-06"
  }

  example "an old name" {
    given  = { type = "R4_LARGE" }
    want   = {}
    gaps   = ["cache"]
    status = "gap"
  }

  example "size known only after apply" {
    given  = { type = unknown }
    want   = {}
    gaps   = ["cache"]
    status = "gap"
  }
}
