# A sink of a billing account: billed as a project's, by what arrives in a log
# bucket.
resource "google_logging_billing_account_sink" {
  usage "monthly_logging_data_gb" {
    unit        = "GB"
    description = "log data routed to a log bucket"
  }

  part "" {
    card  = "google_logging_project_sink"
    given = { destination = self.destination }
    usage = { monthly_logging_data_gb = usage.monthly_logging_data_gb }
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

  example "to BigQuery" {
    given  = { destination = "bigquery.googleapis.com/projects/p/datasets/d" }
    want   = {}
    status = "free"
  }

  example "destination known only after apply" {
    given  = { destination = unknown }
    usage  = { monthly_logging_data_gb = 1 }
    want   = {}
    gaps   = ["log data"]
    status = "gap"
  }
}
