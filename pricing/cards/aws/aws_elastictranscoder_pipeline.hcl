# Minutes of what comes out: sound alone, standard and high definition. What it
# reads and writes lies in buckets. The free minutes of an account are not
# deducted.
resource "aws_elastictranscoder_pipeline" {
  usage "monthly_sd_mins" {
    unit        = "minutes"
    description = "minutes in standard definition (below 720 lines) a month"
  }
  usage "monthly_hd_mins" {
    unit        = "minutes"
    description = "minutes in high definition a month"
  }
  usage "monthly_audio_mins" {
    unit        = "minutes"
    default     = null
    description = "minutes of sound alone a month"
  }

  cost "standard definition" {
    quantity = usage.monthly_sd_mins
    unit     = "minute"
    price    = "elastic-transcoder/sd"
  }
  cost "high definition" {
    quantity = usage.monthly_hd_mins
    unit     = "minute"
    price    = "elastic-transcoder/hd"
  }
  cost "audio" {
    when     = usage.monthly_audio_mins != null
    quantity = usage.monthly_audio_mins
    unit     = "minute"
    price    = "elastic-transcoder/audio"
  }

  uses "pipeline" {
    gap = "no source says what transcoding runs on"
  }

  example "a thousand minutes of each" {
    given   = { name = "films" }
    usage   = { monthly_sd_mins = 1000, monthly_hd_mins = 1000, monthly_audio_mins = 1000 }
    want    = { "standard definition" = 1000, "high definition" = 1000, audio = 1000 }
    monthly = "49.50"
    prices  = { "elastic-transcoder/sd" = 0.015, "elastic-transcoder/hd" = 0.03, "elastic-transcoder/audio" = 0.0045 }
    source  = "aws.amazon.com/elastictranscoder/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["standard definition", "high definition"]
    status = "usage"
  }
}
