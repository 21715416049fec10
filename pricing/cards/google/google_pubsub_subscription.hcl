# A Pub/Sub subscription: data delivered, acknowledged messages it keeps, and
# backlogs held by snapshots. Messages not yet acknowledged are stored free for
# a day, older ones as retained. Subscriptions that write to BigQuery, Cloud
# Storage or Bigtable have a rate of their own.
resource "google_pubsub_subscription" {
  usage "monthly_message_data_tb" {
    unit        = "TiB"
    description = "data delivered to subscribers"
  }
  usage "storage_gb" {
    unit        = "GiB"
    description = "acknowledged messages kept, and unacknowledged ones older than a day"
  }
  usage "snapshot_storage_gb" {
    unit        = "GiB"
    description = "backlogs held by snapshots"
  }

  let {
    sink = length(self.bigquery_config) > 0 ? "bigquery" : length(self.cloud_storage_config) > 0 ? "cloud-storage" : length(first(self.bigtable_config, [])) > 0 ? "bigtable" : ""
  }

  cost "data delivered" {
    quantity = usage.monthly_message_data_tb
    unit     = "TiB"
    price    = let.sink == "" ? "pubsub/message-delivery-basic" : "pubsub/message-delivery-${let.sink}"
  }

  cost "retained messages" {
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "pubsub/backlog-storage"
  }

  cost "snapshots" {
    quantity = usage.snapshot_storage_gb
    unit     = "GiB-month"
    price    = "pubsub/backlog-storage"
  }

  uses "service" {
    gap = "no figure exists for a share of Pub/Sub"
  }

  example "in use" {
    given   = { name = "events", bigquery_config = [], cloud_storage_config = [] }
    usage   = { monthly_message_data_tb = 0.5, storage_gb = 10, snapshot_storage_gb = 5 }
    want    = { "data delivered" = 0.5, "retained messages" = 10, snapshots = 5 }
    status  = "priced"
    monthly = "24.05"
    prices  = { "pubsub/message-delivery-basic" = 40, "pubsub/backlog-storage" = 0.27 }
    source  = "cloud.google.com/pubsub/pricing, 2026-09"
  }

  example "use not given" {
    given  = { name = "events" }
    want   = {}
    unused = ["data delivered", "retained messages", "snapshots"]
    status = "usage"
  }

  example "into BigQuery" {
    given   = { name = "events", bigquery_config = [{ table = "p.d.t" }] }
    usage   = { monthly_message_data_tb = 1 }
    want    = { "data delivered" = 1 }
    unused  = ["retained messages", "snapshots"]
    monthly = "50.00"
    prices  = { "pubsub/message-delivery-bigquery" = 50 }
    source  = "cloud.google.com/pubsub/pricing, 2026-04"
  }

  example "where it writes known only after apply" {
    given  = { name = "events", bigquery_config = unknown }
    usage  = { monthly_message_data_tb = 1 }
    want   = {}
    unused = ["retained messages", "snapshots"]
    gaps   = ["data delivered"]
  }
}
