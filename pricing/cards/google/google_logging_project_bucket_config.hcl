# A log bucket of a project: gigabytes that arrive in it, and those kept beyond
# the 30 days that ingestion pays for. The first 50 GiB a month are the
# project's and are not taken off; the buckets _Required and its audit logs are
# free.
resource "google_logging_project_bucket_config" {
  usage "monthly_logging_data_gb" {
    unit        = "GB"
    description = "log data that arrives in the bucket"
  }

  let {
    required = self.bucket_id == "_Required"
    # Months beyond the first, at a steady flow.
    longer = max(0, coalesce(self.retention_days, 30) - 30) * 12 / 365
  }

  cost "log data" {
    when     = !let.required
    quantity = usage.monthly_logging_data_gb
    unit     = "GiB"
    price    = "logging/ingestion"
  }

  cost "retention beyond 30 days" {
    when     = !let.required && let.longer > 0
    quantity = usage.monthly_logging_data_gb * let.longer
    unit     = "GiB-month"
    price    = "logging/retention"
  }

  uses "service" {
    gap = "no figure exists for a share of Cloud Logging"
  }

  example "100 GB a month, kept for a year and thirty days" {
    given   = { bucket_id = "app", location = "global", retention_days = 395 }
    usage   = { monthly_logging_data_gb = 100 }
    want    = { "log data" = 100, "retention beyond 30 days" = 1200 }
    status  = "priced"
    monthly = "62.00"
    prices  = { "logging/ingestion" = 0.5, "logging/retention" = 0.01 }
    source  = "cloud.google.com/stackdriver/pricing, 2026-09"
  }

  example "thirty days by default, use not given" {
    given  = { bucket_id = "_Default", retention_days = 30 }
    want   = {}
    unused = ["log data"]
    status = "usage"
  }

  example "what must be kept is free" {
    given  = { bucket_id = "_Required", retention_days = 400 }
    want   = {}
    status = "free"
  }

  example "retention known only after apply" {
    given  = { bucket_id = "app", retention_days = unknown }
    usage  = { monthly_logging_data_gb = 10 }
    want   = { "log data" = 10 }
    gaps   = ["retention beyond 30 days"]
    status = "partial"
  }
}
