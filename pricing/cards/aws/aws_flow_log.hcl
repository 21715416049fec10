# A flow log: gigabytes delivered. To a bucket by the price of delivery, with
# the storage billed by the bucket; to a log group as vended logs, billed by the
# log group where that is in the plan; to a delivery stream at a price not known
# here. Both of the known have tiers.
resource "aws_flow_log" {
  ref "group" {
    path  = "log_destination"
    types = ["aws_cloudwatch_log_group"]
  }
  ref "named" {
    path  = "log_group_name"
    types = ["aws_cloudwatch_log_group"]
  }

  usage "monthly_data_ingested_gb" {
    unit        = "GB"
    description = "flow logs delivered a month"
  }

  let {
    where = lower(coalesce(self.log_destination_type, "cloud-watch-logs"))
    there = refs.group != null || refs.named != null
  }

  cost "vended logs" {
    when     = let.where == "cloud-watch-logs" && !let.there
    quantity = usage.monthly_data_ingested_gb
    unit     = "GB"
    price    = "cloudwatch/logs/ingest/vended"
  }
  cost "delivery to S3" {
    when     = let.where == "s3"
    quantity = usage.monthly_data_ingested_gb
    unit     = "GB"
    price    = "cloudwatch/logs/delivery-s3"
  }
  cost "delivery to a stream" {
    when     = let.where == "kinesis-data-firehose"
    quantity = usage.monthly_data_ingested_gb
    unit     = "GB"
    price    = null
    hint     = "the price of delivery to a stream is not in the catalogue"
  }

  uses "logs" {
    gap = "no source gives the energy of flow logs"
  }

  example "15 TB to a bucket, over two tiers" {
    given   = { log_destination_type = "s3", log_destination = "arn:aws:s3:::b", traffic_type = "ALL" }
    usage   = { monthly_data_ingested_gb = 15000 }
    want    = { "delivery to S3" = 15000 }
    monthly = "3274.00" # 10,240 x 0.25 + 4,760 x 0.15
    prices  = { "cloudwatch/logs/delivery-s3" = 0.25 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-09"
    status  = "priced"
  }

  example "to a log group of another plan" {
    given  = { log_destination = "arn:aws:logs:us-east-1:1:log-group:g" }
    usage  = { monthly_data_ingested_gb = 100 }
    want   = { "vended logs" = 100 }
    prices = { "cloudwatch/logs/ingest/vended" = 0.5 }
  }

  example "to a log group of the plan, which bills it" {
    given  = { log_destination = unknown }
    refs   = { group = { name = "g" } }
    want   = {}
    status = "free"
  }

  example "to a delivery stream" {
    given  = { log_destination_type = "kinesis-data-firehose", log_destination = unknown }
    usage  = { monthly_data_ingested_gb = 100 }
    want   = {}
    gaps   = ["delivery to a stream"]
    status = "gap"
  }

  example "use not given" {
    given  = { log_destination_type = "s3", log_destination = unknown }
    want   = {}
    unused = ["delivery to S3"]
    status = "usage"
  }
}
