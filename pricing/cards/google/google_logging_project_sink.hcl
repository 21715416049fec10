# A sink of Cloud Logging: routing is free, what arrives in a log bucket is
# billed by gigabytes ingested. Sinks to Cloud Storage, BigQuery or Pub/Sub pay
# there. The first 50 GiB a month are the project's and are not taken off.
resource "google_logging_project_sink" {
  usage "monthly_logging_data_gb" {
    unit        = "GB"
    description = "log data routed to a log bucket"
  }

  let {
    elsewhere = startswith(self.destination, "storage.") || startswith(self.destination, "bigquery.") || startswith(self.destination, "pubsub.")
  }

  cost "log data" {
    when     = !let.elsewhere
    quantity = usage.monthly_logging_data_gb
    unit     = "GiB"
    price    = "logging/ingestion"
  }

  uses "service" {
    gap = "no figure exists for a share of Cloud Logging"
  }

  example "100 GB to a log bucket" {
    given   = { destination = "logging.googleapis.com/projects/p/locations/global/buckets/b" }
    usage   = { monthly_logging_data_gb = 100 }
    want    = { "log data" = 100 }
    status  = "priced"
    monthly = "50.00"
    prices  = { "logging/ingestion" = 0.5 }
    source  = "cloud.google.com/stackdriver/pricing, 2024-07"
  }

  example "to Cloud Storage" {
    given  = { destination = "storage.googleapis.com/archive" }
    want   = {}
    status = "free"
  }

  example "destination known only after apply" {
    given  = { destination = unknown }
    usage  = { monthly_logging_data_gb = 100 }
    want   = {}
    gaps   = ["log data"]
    status = "gap"
  }
}
