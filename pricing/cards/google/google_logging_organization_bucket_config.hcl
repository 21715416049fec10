# A log bucket of an organisation: billed as a project's, by what arrives and
# by what is kept beyond 30 days.
resource "google_logging_organization_bucket_config" {
  usage "monthly_logging_data_gb" {
    unit        = "GB"
    description = "log data that arrives in the bucket"
  }

  part "" {
    card  = "google_logging_project_bucket_config"
    given = { bucket_id = self.bucket_id, retention_days = self.retention_days }
    usage = { monthly_logging_data_gb = usage.monthly_logging_data_gb }
  }

  example "100 GB kept a month" {
    given   = { bucket_id = "_Default", retention_days = 30 }
    usage   = { monthly_logging_data_gb = 100 }
    want    = { "log data" = 100 }
    status  = "priced"
    monthly = "50.00"
    prices  = { "logging/ingestion" = 0.5 }
    source  = "cloud.google.com/stackdriver/pricing, 2024-07"
  }

  example "the bucket that everybody has" {
    given  = { bucket_id = "_Required" }
    want   = {}
    status = "free"
  }

  example "bucket known only after apply" {
    given  = { bucket_id = unknown, retention_days = 30 }
    usage  = { monthly_logging_data_gb = 1 }
    want   = {}
    gaps   = ["log data"]
    status = "gap"
  }
}
