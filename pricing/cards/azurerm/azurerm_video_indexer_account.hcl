# A Video Indexer account: minutes of video and of sound analysed, at the price of
# the preset they are analysed with; nothing for being there.
resource "azurerm_video_indexer_account" {
  usage "monthly_video_minutes" {
    unit        = "minutes"
    description = "minutes of video analysed a month"
  }
  usage "video_preset" {
    values      = ["basic", "standard", "advanced"]
    default     = "standard"
    description = "basic, standard or advanced"
  }
  usage "monthly_audio_minutes" {
    unit        = "minutes"
    description = "minutes of sound analysed a month"
  }
  usage "audio_preset" {
    values      = ["basic", "standard", "advanced"]
    default     = "standard"
    description = "basic, standard or advanced"
  }

  cost "video" {
    quantity = usage.monthly_video_minutes
    unit     = "minute"
    price    = "foundry-tools/video-indexer/${usage.video_preset}-video"
  }
  cost "audio" {
    quantity = usage.monthly_audio_minutes
    unit     = "minute"
    price    = "foundry-tools/video-indexer/${usage.audio_preset}-audio"
  }

  uses "analysis" { gap = "no figure exists for minutes analysed" }

  example "a thousand minutes" {
    usage   = { monthly_video_minutes = 1000, monthly_audio_minutes = 1000 }
    want    = { video = 1000, audio = 1000 }
    status  = "priced"
    monthly = "114.00"
    prices  = { "foundry-tools/video-indexer/standard-video" = 0.09, "foundry-tools/video-indexer/standard-audio" = 0.024 }
    source  = "azure.microsoft.com/pricing/details/video-indexer, West Europe, 2026-08"
  }

  example "advanced video" {
    usage  = { monthly_video_minutes = 100, video_preset = "advanced" }
    want   = { video = 100 }
    unused = ["audio"]
    prices = { "foundry-tools/video-indexer/advanced-video" = 0.15 }
  }

  example "without use" {
    want   = {}
    unused = ["video", "audio"]
    status = "usage"
  }
}
