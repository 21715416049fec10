# A cluster of Stream Analytics: hours of all the streaming units it has, whether
# jobs use them or not. Jobs in it cost nothing.
resource "azurerm_stream_analytics_cluster" {
  cost "streaming units" {
    quantity = self.streaming_capacity * hours
    unit     = "hour"
    price    = "stream-analytics/stream-analytics/dedicated/dedicated-streaming-unit"
  }

  uses "streaming units" { gap = "a streaming unit is no published amount of hardware" }

  example "36 units" {
    given   = { streaming_capacity = 36 }
    want    = { "streaming units" = 26280 }
    status  = "priced"
    monthly = "3153.60"
    prices  = { "stream-analytics/stream-analytics/dedicated/dedicated-streaming-unit" = 0.12 }
    source  = "azure.microsoft.com/pricing/details/stream-analytics, West Europe, 2026-08"
  }

  example "capacity known only after apply" {
    given  = { streaming_capacity = unknown }
    want   = {}
    gaps   = ["streaming units"]
    status = "gap"
  }
}
