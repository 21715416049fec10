# A Pub/Sub topic: data published, and messages kept for its own retention. The
# first 10 GiB a month are the billing account's and are not taken off; a
# message counts as 1 kB at least.
resource "google_pubsub_topic" {
  usage "monthly_message_data_tb" {
    unit        = "TiB"
    description = "data published to the topic"
  }
  usage "retained_storage_gb" {
    unit        = "GiB"
    description = "messages the topic keeps, where it has a retention of its own"
  }

  cost "data published" {
    quantity = usage.monthly_message_data_tb
    unit     = "TiB"
    price    = "pubsub/message-delivery-basic"
  }

  cost "retained messages" {
    when     = self.message_retention_duration != null
    quantity = usage.retained_storage_gb
    unit     = "GiB-month"
    price    = "pubsub/backlog-storage"
  }

  uses "service" {
    gap = "no figure exists for a share of Pub/Sub"
  }

  example "half a tebibyte" {
    given   = { name = "events" }
    usage   = { monthly_message_data_tb = 0.5 }
    want    = { "data published" = 0.5 }
    status  = "priced"
    monthly = "20.00"
    prices  = { "pubsub/message-delivery-basic" = 40 }
    source  = "cloud.google.com/pubsub/pricing, 2024-07"
  }

  example "with a retention, use not given" {
    given  = { name = "events", message_retention_duration = "86600s" }
    want   = {}
    unused = ["data published", "retained messages"]
    status = "usage"
  }

  example "retention known only after apply" {
    given  = { message_retention_duration = unknown }
    want   = {}
    unused = ["data published"]
    gaps   = ["retained messages"]
    status = "gap"
  }
}
