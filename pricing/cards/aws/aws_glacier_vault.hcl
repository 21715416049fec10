# A Glacier vault, the old archive with an interface of its own: gigabytes kept
# and read back, and requests.
resource "aws_glacier_vault" {
  usage "storage_gb" {
    unit        = "GB"
    description = "data kept, with the 32 KB that each archive adds"
  }
  usage "monthly_requests" {
    unit        = "requests"
    default     = null
    description = "requests to upload, list and retrieve a month"
  }
  usage "monthly_standard_data_retrieval_gb" {
    unit        = "GB"
    default     = null
    description = "data read back in hours a month"
  }
  usage "monthly_expedited_data_retrieval_gb" {
    unit        = "GB"
    default     = null
    description = "data read back in minutes a month"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "glacier/storage"
  }
  cost "requests" {
    when     = usage.monthly_requests != null
    quantity = usage.monthly_requests == null ? null : usage.monthly_requests / 1000
    unit     = "1k-requests"
    price    = "glacier/requests/standard"
  }
  cost "standard retrieval" {
    when     = usage.monthly_standard_data_retrieval_gb != null
    quantity = usage.monthly_standard_data_retrieval_gb
    unit     = "GB"
    price    = "glacier/retrieval/standard"
  }
  cost "expedited retrieval" {
    when     = usage.monthly_expedited_data_retrieval_gb != null
    quantity = usage.monthly_expedited_data_retrieval_gb
    unit     = "GB"
    price    = "glacier/retrieval/expedited"
  }

  uses "storage" {
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.storage_gb
  }

  example "10 TB, some read back" {
    given   = { name = "v" }
    usage   = { storage_gb = 10000, monthly_requests = 10000, monthly_standard_data_retrieval_gb = 100 }
    want    = { storage = 10000, requests = 10, "standard retrieval" = 100 }
    monthly = "37.30"
    prices  = { "glacier/storage" = 0.0036, "glacier/requests/standard" = 0.03, "glacier/retrieval/standard" = 0.01 }
    source  = "aws.amazon.com/glacier/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "read back in minutes" {
    given  = { name = "v" }
    usage  = { storage_gb = 0, monthly_expedited_data_retrieval_gb = 10 }
    want   = { storage = 0, "expedited retrieval" = 10 }
    prices = { "glacier/retrieval/expedited" = 0.03 }
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
