# A job of Stream Analytics: hours of its streaming units while it runs; it is taken
# to run all month. The newer units (StandardV2) are written 3, 7, 10, 20 … for a
# third, two thirds, one, two, and get cheaper with the hours of the month. A job in
# a cluster costs nothing, for the cluster is billed; one on the edge costs by the
# device.
resource "azurerm_stream_analytics_job" {
  ref "cluster" {
    path  = "stream_analytics_cluster_id"
    types = ["azurerm_stream_analytics_cluster"]
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the job runs, where that is not all 730"
  }
  usage "edge_devices" {
    unit        = "devices"
    description = "devices that a job on the edge runs on"
  }

  let {
    edge      = lower(coalesce(self.type, "Cloud")) == "edge"
    v2        = lower(coalesce(self.sku_name, "Standard")) == "standardv2"
    clustered = refs.cluster != null || self.stream_analytics_cluster_id != null
    units     = !let.v2 ? self.streaming_units : self.streaming_units == 3 ? 1 / 3 : self.streaming_units == 7 ? 2 / 3 : self.streaming_units / 10
    hours     = coalesce(usage.monthly_hrs, hours)
  }

  cost "streaming units" {
    when     = !let.edge && !let.clustered
    quantity = let.units * let.hours
    unit     = "hour"
    price    = let.v2 ? "stream-analytics/stream-analytics/standard-v2/standard-v2-streaming-unit-job" : "stream-analytics/stream-analytics/standard/standard-streaming-unit"
  }

  cost "devices" {
    when     = let.edge
    quantity = usage.edge_devices
    unit     = "device-month"
    price    = "stream-analytics/stream-analytics-on-edge/s1/s1-device"
  }

  uses "streaming units" {
    when = !let.edge && !let.clustered
    gap  = "a streaming unit is no published amount of hardware"
  }

  example "six units" {
    given   = { streaming_units = 6, sku_name = "Standard" }
    want    = { "streaming units" = 4380 }
    status  = "priced"
    monthly = "525.60"
    prices  = { "stream-analytics/stream-analytics/standard/standard-streaming-unit" = 0.12 }
    source  = "azure.microsoft.com/pricing/details/stream-analytics, West Europe, 2026-08"
  }

  example "two of the newer units: the hours beyond 730 are cheaper" {
    given   = { streaming_units = 20, sku_name = "StandardV2" }
    want    = { "streaming units" = 1460 }
    monthly = "421.66479" # 730 x 0.4043 + 730 x 0.173323
    prices  = { "stream-analytics/stream-analytics/standard-v2/standard-v2-streaming-unit-job" = 0.4043 }
    source  = "azure.microsoft.com/pricing/details/stream-analytics, West Europe, 2026-08; 0.173323 from 730 hours on"
  }

  example "in a cluster" {
    given  = { streaming_units = 6, stream_analytics_cluster_id = unknown }
    refs   = { cluster = { streaming_capacity = 36 } }
    want   = {}
    status = "free"
  }

  example "units known only after apply" {
    given  = { streaming_units = unknown }
    want   = {}
    gaps   = ["streaming units"]
    status = "gap"
  }

  example "on five devices" {
    given = { type = "Edge" }
    usage = { edge_devices = 5 }
    want  = { devices = 5 }
  }
}
