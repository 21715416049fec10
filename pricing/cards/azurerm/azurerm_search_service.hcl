# A search service: hours of its units, which are replicas times partitions, and
# images taken out of documents, in steps. Free costs nothing. Semantic ranking
# and agentic retrieval are billed by use beside it.
resource "azurerm_search_service" {
  usage "monthly_images_extracted" {
    unit        = "images"
    default     = null
    description = "images taken out of documents a month"
  }
  usage "monthly_semantic_queries" {
    unit        = "queries"
    default     = null
    description = "queries a month that are ranked semantically, beyond the free 1,000"
  }

  let {
    sku  = lower(self.sku)
    kind = { free = "", basic = "basic", standard = "standard-s1", standard2 = "standard-s2", standard3 = "standard-s3", storage_optimized_l1 = "storage-optimized-l1", storage_optimized_l2 = "storage-optimized-l2" }[let.sku]
    # Free and Basic have one partition.
    units = coalesce(self.replica_count, 1) * coalesce(self.partition_count, 1)
  }

  cost "search units" {
    when     = let.sku != "free"
    quantity = let.units * hours
    unit     = "hour"
    price    = "azure-cognitive-search/azure-ai-search/${let.kind}/${let.kind}-unit"
  }

  cost "image extraction" {
    when     = usage.monthly_images_extracted != null
    quantity = usage.monthly_images_extracted / 1000000
    unit     = "1M-images"
    price    = "azure-cognitive-search/azure-ai-search/document-cracking/document-cracking-image-extraction"
  }

  cost "semantic ranking" {
    when     = usage.monthly_semantic_queries != null
    quantity = usage.monthly_semantic_queries / 1000000
    unit     = "1M-queries"
    price    = "azure-cognitive-search/azure-ai-search/semantic-ranker/semantic-ranker-queries"
  }

  uses "units" {
    gap = "the hardware behind a search unit is not published"
  }

  example "Standard, two replicas of three partitions" {
    given   = { sku = "standard", replica_count = 2, partition_count = 3 }
    want    = { "search units" = 4380 }
    status  = "priced"
    monthly = "1471.68"
    prices  = { "azure-cognitive-search/azure-ai-search/standard-s1/standard-s1-unit" = 0.336 }
    source  = "azure.microsoft.com/pricing/details/search, West Europe, 2026-08"
  }

  example "Basic with two million images" {
    given   = { sku = "basic", replica_count = 1, partition_count = 1 }
    usage   = { monthly_images_extracted = 2000000, monthly_semantic_queries = 10000 }
    want    = { "search units" = 730, "image extraction" = 2, "semantic ranking" = 0.01 }
    # The first million at 1,000 USD, the second at 800.
    monthly = "1883.73"
    prices  = { "azure-cognitive-search/azure-ai-search/basic/basic-unit" = 0.101, "azure-cognitive-search/azure-ai-search/document-cracking/document-cracking-image-extraction" = 1000, "azure-cognitive-search/azure-ai-search/semantic-ranker/semantic-ranker-queries" = 1000 }
    source  = "azure.microsoft.com/pricing/details/search, West Europe, 2026-08"
  }

  example "Free" {
    given  = { sku = "free" }
    want   = {}
    status = "free"
  }

  example "tier known only after apply" {
    given  = { sku = unknown }
    want   = {}
    gaps   = ["search units"]
    status = "gap"
  }
}
