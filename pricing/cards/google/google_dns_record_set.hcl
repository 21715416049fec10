# Records of a Cloud DNS zone: queries answered. Queries with a routing policy
# cost more, at a rate that is not in the catalogue. The catalogue has the rate
# in one region; it is the same everywhere.
resource "google_dns_record_set" {
  usage "monthly_queries" {
    unit        = "queries"
    description = "queries answered"
  }

  let {
    routed = length(self.routing_policy) > 0
  }

  cost "queries" {
    quantity = usage.monthly_queries / 1000000
    unit     = "1M-queries"
    price    = let.routed ? "dns/queries/routing-policy" : "dns/queries"
    region   = "us-central1"
  }

  uses "service" {
    gap = "no figure exists for a share of Cloud DNS"
  }

  example "two million queries" {
    given   = { name = "www.example.com.", type = "A", routing_policy = [] }
    usage   = { monthly_queries = 2000000 }
    want    = { queries = 2 }
    status  = "priced"
    monthly = "0.80"
    prices  = { "dns/queries" = 0.4 }
    source  = "cloud.google.com/dns/pricing, 2024-07"
  }

  example "use not given" {
    given  = { name = "www.example.com.", type = "A" }
    want   = {}
    unused = ["queries"]
    status = "usage"
  }

  example "answers by place" {
    given  = { name = "www.example.com.", type = "A", routing_policy = [{ geo = [{ location = "us-central1" }] }] }
    usage  = { monthly_queries = 1000000 }
    want   = {}
    gaps   = ["queries"]
    status = "gap"
  }

  example "policy known only after apply" {
    given  = { name = "www.example.com.", routing_policy = unknown }
    usage  = { monthly_queries = 1000000 }
    want   = {}
    gaps   = ["queries"]
    status = "gap"
  }
}
