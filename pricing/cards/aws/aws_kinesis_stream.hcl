# A data stream. PROVISIONED (the default): hours of its shards, payload units
# of 25 KB put, hours of the shards again for retention above a day, gigabytes
# for retention above a week. ON_DEMAND: hours of the stream and gigabytes in and
# out. Enhanced fan-out and shard-level metrics come on top.
resource "aws_kinesis_stream" {
  assume "stream_mode_details" {
    value = []
    why   = "PROVISIONED, the default of the API"
  }
  assume "retention_period" {
    value = 24
    why   = "24 hours, the provider's default"
  }

  usage "monthly_provisioned_put_units" {
    unit        = "payload units"
    description = "units of 25 KB put a month"
  }
  usage "monthly_provisioned_long_term_retention_gb" {
    unit        = "GB"
    description = "data kept longer than seven days"
  }
  usage "monthly_provisioned_long_term_retrieval_gb" {
    unit        = "GB"
    default     = null
    description = "data older than seven days read a month"
  }
  usage "monthly_provisioned_efo_consumer_shards" {
    unit        = "consumer-shards"
    default     = null
    description = "consumers with enhanced fan-out, times shards"
  }
  usage "monthly_provisioned_efo_data_gb" {
    unit        = "GB"
    default     = null
    description = "data out a month with enhanced fan-out"
  }
  usage "monthly_on_demand_data_in_gb" {
    unit        = "GB"
    description = "data written a month"
  }
  usage "monthly_on_demand_data_out_gb" {
    unit        = "GB"
    description = "data read a month"
  }
  usage "monthly_on_demand_efo_data_out_gb" {
    unit        = "GB"
    default     = null
    description = "data read a month with enhanced fan-out"
  }
  usage "monthly_on_demand_extended_retention_gb" {
    unit        = "GB"
    description = "data kept from one to seven days"
  }
  usage "monthly_on_demand_long_term_retention_gb" {
    unit        = "GB"
    description = "data kept longer than seven days"
  }

  let {
    demand  = upper(get(self.stream_mode_details, "stream_mode", "PROVISIONED")) == "ON_DEMAND"
    shards  = self.shard_count
    keep    = coalesce(self.retention_period, 24)
    metrics = first(self.shard_level_metrics, [])
  }

  cost "shards" {
    when     = !let.demand
    quantity = let.shards * hours
    unit     = "shard-hour"
    price    = "kinesis/provisioned/shard"
  }

  cost "payload units" {
    when     = !let.demand
    quantity = usage.monthly_provisioned_put_units / 1000000
    unit     = "1M-units"
    price    = "kinesis/provisioned/put-payload-units"
  }

  cost "extended retention" {
    when     = !let.demand && let.keep > 24
    quantity = let.shards * hours
    unit     = "shard-hour"
    price    = "kinesis/provisioned/extended-retention"
  }

  cost "long-term retention" {
    when     = !let.demand && let.keep > 168
    quantity = usage.monthly_provisioned_long_term_retention_gb
    unit     = "GB-month"
    price    = "kinesis/provisioned/long-term-retention"
  }

  cost "long-term retrieval" {
    when     = !let.demand && usage.monthly_provisioned_long_term_retrieval_gb != null
    quantity = usage.monthly_provisioned_long_term_retrieval_gb
    unit     = "GB"
    price    = "kinesis/provisioned/long-term-retrieval"
  }

  cost "fan-out consumers" {
    when     = !let.demand && usage.monthly_provisioned_efo_consumer_shards != null
    quantity = usage.monthly_provisioned_efo_consumer_shards == null ? null : usage.monthly_provisioned_efo_consumer_shards * hours
    unit     = "hour"
    price    = "kinesis/provisioned/efo-consumer-shard"
  }

  cost "fan-out data" {
    when     = !let.demand && usage.monthly_provisioned_efo_data_gb != null
    quantity = usage.monthly_provisioned_efo_data_gb
    unit     = "GB"
    price    = "kinesis/provisioned/efo-data"
  }

  cost "shard metrics" {
    when     = !let.demand && length(let.metrics) > 0
    quantity = let.shards * (contains(let.metrics, "ALL") ? 7 : length(let.metrics))
    unit     = "metric-month"
    price    = "cloudwatch/metric"
  }

  cost "stream" {
    when     = let.demand
    quantity = hours
    unit     = "hour"
    price    = "kinesis/on-demand/stream"
  }

  cost "data in" {
    when     = let.demand
    quantity = usage.monthly_on_demand_data_in_gb
    unit     = "GB"
    price    = "kinesis/on-demand/data-in"
  }

  cost "data out" {
    when     = let.demand
    quantity = usage.monthly_on_demand_data_out_gb
    unit     = "GB"
    price    = "kinesis/on-demand/data-out"
  }

  cost "data out with fan-out" {
    when     = let.demand && usage.monthly_on_demand_efo_data_out_gb != null
    quantity = usage.monthly_on_demand_efo_data_out_gb
    unit     = "GB"
    price    = "kinesis/on-demand/efo-data"
  }

  cost "extended retention on demand" {
    when     = let.demand && let.keep > 24
    quantity = usage.monthly_on_demand_extended_retention_gb
    unit     = "GB-month"
    price    = "kinesis/on-demand/extended-retention"
  }

  cost "long-term retention on demand" {
    when     = let.demand && let.keep > 168
    quantity = usage.monthly_on_demand_long_term_retention_gb
    unit     = "GB-month"
    price    = "kinesis/on-demand/long-term-retention"
  }

  uses "stream" {
    gap = "no source gives the energy of a stream"
  }

  example "four shards" {
    given   = { shard_count = 4, retention_period = 24, stream_mode_details = unknown }
    omitted = ["stream_mode_details"]
    usage   = { monthly_provisioned_put_units = 100000000 }
    want    = { shards = 2920, "payload units" = 100 }
    monthly = "45.20"
    prices  = { "kinesis/provisioned/shard" = 0.015, "kinesis/provisioned/put-payload-units" = 0.014 }
    source  = "aws.amazon.com/kinesis/data-streams/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "kept for a month, metrics of each shard, fan-out" {
    given = { shard_count = 2, retention_period = 720, shard_level_metrics = ["IncomingBytes", "OutgoingBytes"], stream_mode_details = [{ stream_mode = "PROVISIONED" }] }
    usage = { monthly_provisioned_put_units = 0, monthly_provisioned_long_term_retention_gb = 100, monthly_provisioned_long_term_retrieval_gb = 5, monthly_provisioned_efo_consumer_shards = 2, monthly_provisioned_efo_data_gb = 100 }
    want = {
      shards                = 1460
      "payload units"       = 0
      "extended retention"  = 1460
      "long-term retention" = 100
      "long-term retrieval" = 5
      "fan-out consumers"   = 1460
      "fan-out data"        = 100
      "shard metrics"       = 4
    }
  }

  example "on demand" {
    given   = { stream_mode_details = [{ stream_mode = "ON_DEMAND" }], retention_period = 24 }
    usage   = { monthly_on_demand_data_in_gb = 100, monthly_on_demand_data_out_gb = 200 }
    want    = { stream = 730, "data in" = 100, "data out" = 200 }
    monthly = "45.20"
    prices  = { "kinesis/on-demand/stream" = 0.04, "kinesis/on-demand/data-in" = 0.08, "kinesis/on-demand/data-out" = 0.04 }
    source  = "aws.amazon.com/kinesis/data-streams/pricing, us-east-1, 2025-11"
  }

  example "on demand, kept for ten days" {
    given   = { stream_mode_details = [{ stream_mode = "ON_DEMAND" }], retention_period = 240 }
    usage   = { monthly_on_demand_data_in_gb = 0, monthly_on_demand_data_out_gb = 0, monthly_on_demand_extended_retention_gb = 60, monthly_on_demand_long_term_retention_gb = 30 }
    want    = { stream = 730, "data in" = 0, "data out" = 0, "extended retention on demand" = 60, "long-term retention on demand" = 30 }
    monthly = "35.89"
    prices = {
      "kinesis/on-demand/stream"              = 0.04
      "kinesis/on-demand/data-in"             = 0.08
      "kinesis/on-demand/data-out"            = 0.04
      "kinesis/on-demand/extended-retention"  = 0.10
      "kinesis/on-demand/long-term-retention" = 0.023
    }
    source = "aws.amazon.com/kinesis/data-streams/pricing, us-east-1, 2025-06"
  }

  example "mode known only after apply" {
    given  = { shard_count = 1, stream_mode_details = unknown }
    usage  = { monthly_provisioned_put_units = 0, monthly_on_demand_data_in_gb = 0, monthly_on_demand_data_out_gb = 0 }
    want   = {}
    gaps   = ["shards", "payload units", "stream", "data in", "data out"]
    status = "gap"
  }

  example "shards known only after apply" {
    given  = { shard_count = unknown }
    want   = {}
    unused = ["payload units"]
    gaps   = ["shards"]
    status = "gap"
  }
}
