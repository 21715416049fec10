# An archive of events: gigabytes taken in, and gigabytes kept. Without
# retention_days they are kept for ever and add up month after month.
resource "aws_cloudwatch_event_archive" {
  usage "monthly_archive_processing_gb" {
    unit        = "GB"
    description = "events archived a month"
  }
  usage "archive_storage_gb" {
    unit        = "GB"
    description = "events kept in the archive"
  }

  cost "processing" {
    quantity = usage.monthly_archive_processing_gb
    unit     = "GB"
    price    = "eventbridge/archive-processing"
  }

  cost "storage" {
    quantity = usage.archive_storage_gb
    unit     = "GB-month"
    price    = "eventbridge/archive-storage"
  }

  uses "archive" {
    gap = "no source gives the energy of an archive"
  }

  example "ten gigabytes a month, a year of them" {
    given   = { retention_days = 365 }
    usage   = { monthly_archive_processing_gb = 10, archive_storage_gb = 120 }
    want    = { processing = 10, storage = 120 }
    monthly = "3.76"
    prices  = { "eventbridge/archive-processing" = 0.10, "eventbridge/archive-storage" = 0.023 }
    source  = "aws.amazon.com/eventbridge/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { retention_days = unknown }
    want   = {}
    unused = ["processing", "storage"]
    status = "usage"
  }
}
