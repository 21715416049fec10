# A log group: gigabytes ingested, gigabytes kept, gigabytes scanned by
# queries. The infrequent access class halves ingestion and changes nothing
# else. Without retention_in_days logs are kept, and billed, for ever.
#
# Logs that AWS services deliver themselves (flow logs, resolver queries) are
# vended: the first 10 TB cost the same, more costs less; that is not told
# apart. Kept logs are billed compressed, about 15 % of what was ingested.
resource "aws_cloudwatch_log_group" {
  assume "log_group_class" {
    value = "STANDARD"
    why   = "STANDARD, the default of the API"
  }

  usage "monthly_data_ingested_gb" {
    unit        = "GB"
    description = "logs ingested a month"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "logs kept, compressed"
  }
  usage "monthly_data_scanned_gb" {
    unit        = "GB"
    description = "logs scanned by Insights queries a month"
  }

  let {
    class = lower(replace(coalesce(self.log_group_class, "STANDARD"), "_", "-"))
  }

  cost "data ingested" {
    quantity = usage.monthly_data_ingested_gb
    unit     = "GB"
    price    = let.class == "delivery" ? "cloudwatch/logs/delivery-s3" : "cloudwatch/logs/ingest/${let.class}"
  }

  cost "storage" {
    when     = let.class != "delivery"
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "cloudwatch/logs/storage"
  }

  cost "data scanned" {
    when     = let.class != "delivery"
    quantity = usage.monthly_data_scanned_gb
    unit     = "GB"
    price    = "cloudwatch/logs/insights-query"
  }

  uses "storage" {
    when = let.class != "delivery"
    gap  = "no source says on what hardware logs are kept"
  }

  example "standard" {
    given   = { retention_in_days = 30, log_group_class = unknown }
    omitted = ["log_group_class"]
    usage   = { monthly_data_ingested_gb = 100, storage_gb = 15, monthly_data_scanned_gb = 200 }
    want    = { "data ingested" = 100, storage = 15, "data scanned" = 200 }
    monthly = "51.45"
    prices = {
      "cloudwatch/logs/ingest/standard" = 0.50
      "cloudwatch/logs/storage"         = 0.03
      "cloudwatch/logs/insights-query"  = 0.005
    }
    source = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-09"
    status = "priced"
  }

  example "infrequent access" {
    given   = { log_group_class = "INFREQUENT_ACCESS" }
    usage   = { monthly_data_ingested_gb = 100 }
    want    = { "data ingested" = 100 }
    unused  = ["storage", "data scanned"]
    monthly = "25.00"
    prices  = { "cloudwatch/logs/ingest/infrequent-access" = 0.25 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-09"
  }

  example "delivered to S3 only" {
    given = { log_group_class = "DELIVERY" }
    usage = { monthly_data_ingested_gb = 10 }
    want  = { "data ingested" = 10 }
  }

  example "use not given" {
    given  = {}
    want   = {}
    unused = ["data ingested", "storage", "data scanned"]
    status = "usage"
  }

  example "class known only after apply" {
    given  = { log_group_class = unknown }
    usage  = { monthly_data_ingested_gb = 10 }
    want   = {}
    gaps   = ["data ingested", "storage", "data scanned"]
    status = "gap"
  }
}
