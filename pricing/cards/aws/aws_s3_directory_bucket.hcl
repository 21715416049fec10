# A directory bucket (S3 Express One Zone): gigabytes kept, requests, and
# gigabytes uploaded and read. Deleting is free.
resource "aws_s3_directory_bucket" {
  usage "storage_gb" {
    unit        = "GB"
    description = "data kept"
  }
  usage "monthly_tier_1_requests" {
    unit        = "requests"
    description = "PUT, COPY, POST and LIST requests a month"
  }
  usage "monthly_tier_2_requests" {
    unit        = "requests"
    description = "GET and all other requests a month"
  }
  usage "monthly_data_uploaded_gb" {
    unit        = "GB"
    description = "data uploaded a month"
  }
  usage "monthly_data_retrieval_gb" {
    unit        = "GB"
    description = "data read a month"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "s3/storage/express-onezone"
  }
  cost "PUT requests" {
    quantity = usage.monthly_tier_1_requests / 1000
    unit     = "1k-requests"
    price    = "s3/requests/express-onezone/put"
  }
  cost "GET requests" {
    quantity = usage.monthly_tier_2_requests / 1000
    unit     = "1k-requests"
    price    = "s3/requests/express-onezone/get"
  }
  cost "data uploaded" {
    quantity = usage.monthly_data_uploaded_gb
    unit     = "GB"
    price    = "s3/express-onezone/upload"
  }
  cost "data read" {
    quantity = usage.monthly_data_retrieval_gb
    unit     = "GB"
    price    = "s3/express-onezone/retrieval"
  }

  uses "storage" {
    gap = "no figure for storage in one zone on fast disks"
  }

  example "1,000 GB" {
    given   = { bucket = "b--use1-az4--x-s3" }
    usage   = { storage_gb = 1000, monthly_tier_1_requests = 1000000, monthly_tier_2_requests = 9000000, monthly_data_uploaded_gb = 100, monthly_data_retrieval_gb = 1000 }
    want    = { storage = 1000, "PUT requests" = 1000, "GET requests" = 9000, "data uploaded" = 100, "data read" = 1000 }
    monthly = "112.32" # 110 + 1.13 + 0.27 + 0.32 + 0.60
    prices = {
      "s3/storage/express-onezone"      = 0.11
      "s3/requests/express-onezone/put" = 0.00113
      "s3/requests/express-onezone/get" = 0.00003
      "s3/express-onezone/upload"       = 0.0032
      "s3/express-onezone/retrieval"    = 0.0006
    }
    source = "aws.amazon.com/s3/pricing, us-east-1, 2025-06 and 2025-10"
    status = "priced"
  }

  example "use not given" {
    given  = { bucket = unknown }
    want   = {}
    unused = ["storage", "PUT requests", "GET requests", "data uploaded", "data read"]
    status = "usage"
  }
}
