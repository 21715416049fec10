# A bucket of Iceberg tables: gigabytes kept, requests, objects watched, and
# objects and gigabytes that compaction processes. Tables are billed with it.
# Prices are known in one region.
resource "aws_s3tables_table_bucket" {
  usage "storage_gb" {
    unit        = "GB"
    description = "data of all tables"
  }
  usage "monthly_tier_1_requests" {
    unit        = "requests"
    description = "PUT, POST and LIST requests a month"
  }
  usage "monthly_tier_2_requests" {
    unit        = "requests"
    description = "GET and all other requests a month"
  }
  usage "monitored_objects" {
    unit        = "objects"
    description = "objects of all tables"
  }
  usage "monthly_compacted_objects" {
    unit        = "objects"
    default     = null
    description = "objects that compaction processes a month"
  }
  usage "monthly_compacted_gb" {
    unit        = "GB"
    default     = null
    description = "data that compaction processes a month"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "s3-tables/storage"
  }
  cost "PUT requests" {
    quantity = usage.monthly_tier_1_requests / 1000
    unit     = "1k-requests"
    price    = "s3-tables/requests/put"
  }
  cost "GET requests" {
    quantity = usage.monthly_tier_2_requests / 1000
    unit     = "1k-requests"
    price    = "s3-tables/requests/get"
  }
  cost "monitoring" {
    quantity = usage.monitored_objects / 1000
    unit     = "1k-objects-month"
    price    = "s3-tables/monitoring"
  }
  cost "compacted objects" {
    when     = usage.monthly_compacted_objects != null
    quantity = usage.monthly_compacted_objects == null ? null : usage.monthly_compacted_objects / 1000
    unit     = "1k-objects"
    price    = "s3-tables/compaction/objects"
  }
  cost "compacted data" {
    when     = usage.monthly_compacted_gb != null
    quantity = usage.monthly_compacted_gb
    unit     = "GB"
    price    = "s3-tables/compaction/data"
  }

  uses "storage" {
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.storage_gb
  }

  example "1,000 GB in Oregon" {
    region  = "us-west-2"
    given   = { name = "b" }
    usage   = { storage_gb = 1000, monthly_tier_1_requests = 30000, monthly_tier_2_requests = 500000, monitored_objects = 10000, monthly_compacted_objects = 30000, monthly_compacted_gb = 150 }
    want    = { storage = 1000, "PUT requests" = 30, "GET requests" = 500, monitoring = 10, "compacted objects" = 30, "compacted data" = 150 }
    monthly = "27.91" # 26.50 + 0.15 + 0.20 + 0.25 + 0.06 + 0.75
    prices = {
      "s3-tables/storage"            = 0.0265
      "s3-tables/requests/put"       = 0.005
      "s3-tables/requests/get"       = 0.0004
      "s3-tables/monitoring"         = 0.025
      "s3-tables/compaction/objects" = 0.002
      "s3-tables/compaction/data"    = 0.005
    }
    source = "aws.amazon.com/s3/pricing, us-west-2, 2025-09"
    status = "priced"
  }

  example "use not given" {
    region = "us-west-2"
    given  = { name = unknown }
    want   = {}
    unused = ["storage", "PUT requests", "GET requests", "monitoring"]
    status = "usage"
  }
}
