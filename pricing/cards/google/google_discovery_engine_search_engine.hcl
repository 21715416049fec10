# A search app: queries, by the tier of its search; the enterprise tier
# answers with a model. The index is billed by the data store.
resource "google_discovery_engine_search_engine" {
  assume "search_engine_config.search_tier" {
    value = "SEARCH_TIER_STANDARD"
    why   = "SEARCH_TIER_STANDARD, the default of the API"
  }

  usage "monthly_queries" {
    unit        = "queries"
    description = "queries"
  }

  let {
    tier = lower(trimprefix(upper(get(self.search_engine_config, "search_tier", "SEARCH_TIER_STANDARD")), "SEARCH_TIER_"))
  }

  cost "queries" {
    quantity = usage.monthly_queries / 1000
    unit     = "1k-queries"
    price    = "discovery-engine/search/${let.tier}"
  }

  uses "service" {
    gap = "no figure exists for a share of the search service"
  }

  example "200,000 of the enterprise tier" {
    given   = { search_engine_config = [{ search_tier = "SEARCH_TIER_ENTERPRISE" }] }
    usage   = { monthly_queries = 200000 }
    want    = { queries = 200 }
    status  = "priced"
    monthly = "800.00"
    prices  = { "discovery-engine/search/enterprise" = 4 }
    source  = "cloud.google.com/generative-ai-app-builder/pricing, 2026-06"
  }

  example "standard by default" {
    given   = { search_engine_config = [{ search_tier = unknown }] }
    usage   = { monthly_queries = 1000 }
    want    = { queries = 1 }
    omitted = ["search_engine_config.search_tier"]
  }

  example "no use given" {
    given  = { search_engine_config = [{ search_tier = "SEARCH_TIER_STANDARD" }] }
    want   = {}
    unused = ["queries"]
    status = "usage"
  }

  example "tier known only after apply" {
    given  = { search_engine_config = [{ search_tier = unknown }] }
    usage  = { monthly_queries = 1 }
    want   = {}
    gaps   = ["queries"]
    status = "gap"
  }
}
