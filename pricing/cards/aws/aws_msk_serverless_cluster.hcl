# A serverless Kafka cluster: hours of it and of every partition, data written
# and read, and gigabytes kept.
resource "aws_msk_serverless_cluster" {
  usage "partitions" {
    unit        = "partitions"
    description = "partitions of all topics, on average"
  }
  usage "monthly_data_in_gb" {
    unit        = "GB"
    description = "data written a month"
  }
  usage "monthly_data_out_gb" {
    unit        = "GB"
    description = "data read a month"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "data kept"
  }

  cost "cluster" {
    quantity = hours
    unit     = "hour"
    price    = "msk/serverless/cluster"
  }
  cost "partitions" {
    quantity = usage.partitions * hours
    unit     = "hour"
    price    = "msk/serverless/partition"
  }
  cost "data in" {
    quantity = usage.monthly_data_in_gb
    unit     = "GB"
    price    = "msk/serverless/data-in"
  }
  cost "data out" {
    quantity = usage.monthly_data_out_gb
    unit     = "GB"
    price    = "msk/serverless/data-out"
  }
  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "msk/serverless/storage"
  }

  uses "cluster" {
    gap = "what a serverless cluster occupies is not published"
  }

  example "ten partitions" {
    given   = { cluster_name = "c" }
    usage   = { partitions = 10, monthly_data_in_gb = 100, monthly_data_out_gb = 200, storage_gb = 50 }
    want    = { cluster = 730, partitions = 7300, "data in" = 100, "data out" = 200, storage = 50 }
    monthly = "583.45"
    prices  = { "msk/serverless/cluster" = 0.75, "msk/serverless/partition" = 0.0015, "msk/serverless/data-in" = 0.10, "msk/serverless/data-out" = 0.05, "msk/serverless/storage" = 0.10 }
    source  = "aws.amazon.com/msk/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { cluster_name = unknown }
    want   = { cluster = 730 }
    unused = ["partitions", "data in", "data out", "storage"]
    status = "partial"
  }
}
