# A bucket of vectors: gigabytes kept and uploaded, and queries. What a query
# processes is billed on top, by the terabyte and in tiers by the size of the
# index, which is not counted. Indexes are billed with it.
resource "aws_s3vectors_vector_bucket" {
  usage "storage_gb" {
    unit        = "GB"
    description = "vectors of all indexes with their keys and metadata"
  }
  usage "monthly_data_uploaded_gb" {
    unit        = "GB"
    description = "vectors uploaded a month"
  }
  usage "monthly_queries" {
    unit        = "queries"
    description = "queries a month"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "s3-vectors/storage"
  }
  cost "uploads" {
    quantity = usage.monthly_data_uploaded_gb
    unit     = "GB"
    price    = "s3-vectors/put"
  }
  cost "queries" {
    quantity = usage.monthly_queries / 1000000
    unit     = "1M-requests"
    price    = "s3-vectors/queries"
  }

  uses "storage" {
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.storage_gb
  }

  example "59 GB and a million queries" {
    given   = { vector_bucket_name = "b" }
    usage   = { storage_gb = 59, monthly_data_uploaded_gb = 10, monthly_queries = 1000000 }
    want    = { storage = 59, uploads = 10, queries = 1 }
    monthly = "8.04"
    prices  = { "s3-vectors/storage" = 0.06, "s3-vectors/put" = 0.20, "s3-vectors/queries" = 2.5 }
    source  = "aws.amazon.com/s3/pricing, us-east-1, 2025-09"
    status  = "priced"
  }

  example "use not given" {
    given  = { vector_bucket_name = unknown }
    want   = {}
    unused = ["storage", "uploads", "queries"]
    status = "usage"
  }
}
