# A video stream: gigabytes put in, read and kept. Without retention, the
# default, nothing is kept. Reading for playback (HLS, DASH) costs more.
resource "aws_kinesis_video_stream" {
  assume "data_retention_in_hours" {
    value = 0
    why   = "nothing is kept, the default"
  }

  usage "monthly_data_ingested_gb" {
    unit        = "GB"
    description = "data put in a month"
  }
  usage "monthly_data_consumed_gb" {
    unit        = "GB"
    description = "data read a month"
  }
  usage "monthly_data_played_gb" {
    unit        = "GB"
    default     = null
    description = "data read a month for playback"
  }

  let {
    kept = coalesce(self.data_retention_in_hours, 0)
  }

  cost "data in" {
    quantity = usage.monthly_data_ingested_gb
    unit     = "GB"
    price    = "kinesis-video/ingested"
  }
  cost "data out" {
    quantity = usage.monthly_data_consumed_gb
    unit     = "GB"
    price    = "kinesis-video/consumed"
  }
  cost "playback" {
    when     = usage.monthly_data_played_gb != null
    quantity = usage.monthly_data_played_gb
    unit     = "GB"
    price    = "kinesis-video/consumed-hls"
  }
  # What comes in a month, for as much of a month as it is kept.
  cost "storage" {
    when     = let.kept > 0
    quantity = usage.monthly_data_ingested_gb * let.kept / hours
    unit     = "GB-month"
    price    = "kinesis-video/storage"
  }

  uses "stream" {
    gap = "no source gives the energy of a video stream"
  }

  example "100 GB kept for a tenth of the month" {
    given   = { name = "s", data_retention_in_hours = 73 }
    usage   = { monthly_data_ingested_gb = 100, monthly_data_consumed_gb = 200, monthly_data_played_gb = 10 }
    want    = { "data in" = 100, "data out" = 200, playback = 10, storage = 10 }
    monthly = "2.899" # 0.85 + 1.70 + 0.119 + 0.23
    prices  = { "kinesis-video/ingested" = 0.0085, "kinesis-video/consumed" = 0.0085, "kinesis-video/consumed-hls" = 0.0119, "kinesis-video/storage" = 0.023 }
    source  = "aws.amazon.com/kinesis/video-streams/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "nothing kept, use not given" {
    given   = { name = "s", data_retention_in_hours = unknown }
    omitted = ["data_retention_in_hours"]
    want    = {}
    unused  = ["data in", "data out"]
    status  = "usage"
  }

  example "retention known only after apply" {
    given  = { data_retention_in_hours = unknown }
    usage  = { monthly_data_ingested_gb = 1, monthly_data_consumed_gb = 1 }
    want   = { "data in" = 1, "data out" = 1 }
    gaps   = ["storage"]
    status = "partial"
  }
}
