# A delivery stream: gigabytes ingested in tiers, by where they come from, each
# record rounded up to 5 KB (count it rounded). Apache Iceberg as destination
# has a price of its own. On top: format conversion and dynamic partitioning by
# the gigabyte, delivery into a network by zone-hour and gigabyte.
resource "aws_kinesis_firehose_delivery_stream" {
  assume "extended_s3_configuration.dynamic_partitioning_configuration" {
    why = "not configured"
  }

  usage "monthly_data_ingested_gb" {
    unit        = "GB"
    description = "data ingested a month, records rounded up to 5 KB"
  }
  usage "monthly_partitioned_objects" {
    unit        = "objects"
    default     = null
    description = "objects written a month by dynamic partitioning"
  }
  usage "monthly_jq_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month of processing JQ expressions"
  }

  let {
    s3      = self.extended_s3_configuration
    convert = length(get(let.s3, "data_format_conversion_configuration", [])) > 0 && get(let.s3, "data_format_conversion_configuration.enabled", true)
    parts   = get(let.s3, "dynamic_partitioning_configuration.enabled", false)

    networks = concat(
      get(self.elasticsearch_configuration, "vpc_config", []),
      get(self.opensearch_configuration, "vpc_config", []),
      get(self.opensearchserverless_configuration, "vpc_config", []),
    )
    # Subnets lie in zones of their own.
    zones = length(flatten([for n in let.networks : n.subnet_ids]))

    iceberg = length(self.iceberg_configuration) > 0
    msk     = length(self.msk_source_configuration) > 0
    kinesis = length(self.kinesis_source_configuration) > 0
    source = (
      let.iceberg ? (let.msk ? "iceberg/msk" : "iceberg/direct-put") :
      let.msk ? "ingest/msk" :
      let.kinesis ? "ingest/kinesis" : "ingest/direct-put"
    )
  }

  cost "data ingested" {
    quantity = usage.monthly_data_ingested_gb
    unit     = "GB"
    price    = "firehose/${let.source}"
  }

  cost "format conversion" {
    when     = let.convert
    quantity = usage.monthly_data_ingested_gb
    unit     = "GB"
    price    = "firehose/format-conversion"
  }

  cost "dynamic partitioning" {
    when     = let.parts
    quantity = usage.monthly_data_ingested_gb
    unit     = "GB"
    price    = "firehose/dynamic-partitioning"
  }
  cost "partitioned objects" {
    when     = let.parts && usage.monthly_partitioned_objects != null
    quantity = usage.monthly_partitioned_objects == null ? null : usage.monthly_partitioned_objects / 1000
    unit     = "1k-objects"
    price    = "firehose/dynamic-partitioning-objects"
  }
  cost "JQ processing" {
    when     = let.parts && usage.monthly_jq_hrs != null
    quantity = usage.monthly_jq_hrs
    unit     = "hour"
    price    = "firehose/jq"
  }

  cost "network zones" {
    when     = let.zones > 0
    quantity = let.zones * hours
    unit     = "hour"
    price    = "firehose/vpc/hour"
  }
  cost "data into the network" {
    when     = let.zones > 0
    quantity = usage.monthly_data_ingested_gb
    unit     = "GB"
    price    = "firehose/vpc/data"
  }

  uses "stream" {
    gap = "no source gives the energy of a delivery stream"
  }

  example "600 TB put directly, over two tiers" {
    given   = { destination = "extended_s3", extended_s3_configuration = [{ bucket_arn = "arn:aws:s3:::b", dynamic_partitioning_configuration = unknown }] }
    omitted = ["extended_s3_configuration.dynamic_partitioning_configuration"]
    usage   = { monthly_data_ingested_gb = 600000 }
    want    = { "data ingested" = 600000 }
    monthly = "17048.00" # 512,000 x 0.029 + 88,000 x 0.025
    prices  = { "firehose/ingest/direct-put" = 0.029 }
    source  = "aws.amazon.com/firehose/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "from a data stream, converted and partitioned" {
    given   = { kinesis_source_configuration = [{ kinesis_stream_arn = unknown }], extended_s3_configuration = [{ data_format_conversion_configuration = [{ enabled = true }], dynamic_partitioning_configuration = [{ enabled = true }] }] }
    usage   = { monthly_data_ingested_gb = 1000, monthly_partitioned_objects = 100000, monthly_jq_hrs = 10 }
    want    = { "data ingested" = 1000, "format conversion" = 1000, "dynamic partitioning" = 1000, "partitioned objects" = 100, "JQ processing" = 10 }
    monthly = "68.20" # 29 + 18 + 20 + 100 x 0.005 + 0.70
    prices = {
      "firehose/ingest/kinesis"               = 0.029
      "firehose/format-conversion"            = 0.018
      "firehose/dynamic-partitioning"         = 0.02
      "firehose/dynamic-partitioning-objects" = 0.005
      "firehose/jq"                           = 0.07
    }
    source = "aws.amazon.com/firehose/pricing, us-east-1, 2025-06"
  }

  example "into a search domain in a network of two subnets" {
    given  = { opensearch_configuration = [{ vpc_config = [{ subnet_ids = ["subnet-1", "subnet-2"] }] }] }
    usage  = { monthly_data_ingested_gb = 100 }
    want   = { "data ingested" = 100, "network zones" = 1460, "data into the network" = 100 }
    prices = { "firehose/vpc/hour" = 0.01, "firehose/vpc/data" = 0.01 }
  }

  example "from Kafka" {
    given  = { msk_source_configuration = [{ topic_name = "t" }] }
    usage  = { monthly_data_ingested_gb = 100 }
    want   = { "data ingested" = 100 }
    prices = { "firehose/ingest/msk" = 0.055 }
  }

  example "into Iceberg tables" {
    given  = { iceberg_configuration = [{ catalog_arn = "c" }] }
    usage  = { monthly_data_ingested_gb = 100 }
    want   = { "data ingested" = 100 }
    prices = { "firehose/iceberg/direct-put" = 0.045 }
  }

  example "no use given" {
    given  = { destination = "extended_s3", extended_s3_configuration = [{ bucket_arn = unknown }] }
    want   = {}
    unused = ["data ingested"]
    status = "usage"
  }

  example "subnets known only after apply" {
    given  = { elasticsearch_configuration = [{ vpc_config = [{ subnet_ids = unknown }] }] }
    usage  = { monthly_data_ingested_gb = 1 }
    want   = { "data ingested" = 1 }
    gaps   = ["network zones", "data into the network"]
    status = "partial"
  }
}
