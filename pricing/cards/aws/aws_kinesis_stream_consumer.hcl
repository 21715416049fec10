# A consumer with enhanced fan-out: hours of every shard of its stream, and the
# gigabytes it reads. On a stream on demand only the gigabytes. The usage of the
# stream that counts consumers is the same money: give it in one place.
resource "aws_kinesis_stream_consumer" {
  ref "stream" {
    path  = "stream_arn"
    types = ["aws_kinesis_stream"]

    assume "stream_mode_details" {
      value = []
      why   = "PROVISIONED, the default of the API"
    }
  }

  usage "shards" {
    unit        = "shards"
    default     = null
    description = "shards of the stream, where it is not in the plan"
  }
  usage "monthly_data_retrieved_gb" {
    unit        = "GB"
    description = "data the consumer reads a month"
  }

  let {
    demand = upper(get(refs.stream, "stream_mode_details.stream_mode", "PROVISIONED")) == "ON_DEMAND"
    shards = usage.shards == null ? get(refs.stream, "shard_count") : usage.shards
  }

  cost "consumer" {
    when     = !let.demand
    quantity = let.shards == null ? null : let.shards * hours
    unit     = "hour"
    price    = "kinesis/provisioned/efo-consumer-shard"
  }

  cost "data retrieved" {
    quantity = usage.monthly_data_retrieved_gb
    unit     = "GB"
    price    = let.demand ? "kinesis/on-demand/efo-data" : "kinesis/provisioned/efo-data"
  }

  uses "consumer" {
    gap = "no source gives the energy of a stream"
  }

  example "of four shards" {
    given   = { stream_arn = unknown }
    refs    = { stream = { shard_count = 4, stream_mode_details = [] } }
    usage   = { monthly_data_retrieved_gb = 100 }
    want    = { consumer = 2920, "data retrieved" = 100 }
    monthly = "45.10"
    prices  = { "kinesis/provisioned/efo-consumer-shard" = 0.015, "kinesis/provisioned/efo-data" = 0.013 }
    source  = "aws.amazon.com/kinesis/data-streams/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "of a stream on demand" {
    given  = { stream_arn = unknown }
    refs   = { stream = { stream_mode_details = [{ stream_mode = "ON_DEMAND" }] } }
    usage  = { monthly_data_retrieved_gb = 100 }
    want   = { "data retrieved" = 100 }
    prices = { "kinesis/on-demand/efo-data" = 0.05 }
  }

  example "stream of another plan" {
    given  = { stream_arn = "arn:aws:kinesis:us-east-1:1:stream/s" }
    want   = {}
    unused = ["consumer", "data retrieved"]
    status = "usage"
  }

  example "shards known only after apply" {
    given  = { stream_arn = unknown }
    refs   = { stream = { shard_count = unknown } }
    usage  = { monthly_data_retrieved_gb = 1 }
    want   = { "data retrieved" = 1 }
    gaps   = ["consumer"]
    status = "partial"
  }
}
