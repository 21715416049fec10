# A Timestream table: gigabytes written, gigabyte-hours in the memory store and
# gigabytes in the magnetic store. What is in memory follows from what is
# written and how long it stays there. Queries are billed to the account.
resource "aws_timestreamwrite_table" {
  usage "monthly_data_ingested_gb" {
    unit        = "GB"
    description = "data written a month"
  }
  usage "memory_store_gb" {
    unit        = "GB"
    default     = null
    description = "data in the memory store on average, where that does not follow from retention"
  }
  usage "magnetic_store_gb" {
    unit        = "GB"
    description = "data in the magnetic store"
  }

  let {
    kept = get(self.retention_properties, "memory_store_retention_period_in_hours")
  }

  cost "data written" {
    quantity = usage.monthly_data_ingested_gb
    unit     = "GB"
    price    = "timestream/ingestion"
  }

  cost "memory store" {
    quantity = usage.memory_store_gb == null ? usage.monthly_data_ingested_gb * let.kept : usage.memory_store_gb * hours
    unit     = "GB-hour"
    price    = "timestream/memory-store"
  }

  cost "magnetic store" {
    quantity = usage.magnetic_store_gb
    unit     = "GB-month"
    price    = "timestream/magnetic-store"
  }

  uses "table" {
    gap = "what a table occupies is not published"
  }

  example "100 GB written, kept in memory for a day" {
    given   = { retention_properties = [{ memory_store_retention_period_in_hours = 24, magnetic_store_retention_period_in_days = 365 }] }
    usage   = { monthly_data_ingested_gb = 100, magnetic_store_gb = 1000 }
    want    = { "data written" = 100, "memory store" = 2400, "magnetic store" = 1000 }
    monthly = "166.40"
    prices  = { "timestream/ingestion" = 0.50, "timestream/memory-store" = 0.036, "timestream/magnetic-store" = 0.03 }
    source  = "aws.amazon.com/timestream/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "memory store given" {
    given = { retention_properties = unknown }
    usage = { monthly_data_ingested_gb = 0, memory_store_gb = 10, magnetic_store_gb = 0 }
    want  = { "data written" = 0, "memory store" = 7300, "magnetic store" = 0 }
  }

  example "retention known only after apply" {
    given  = { retention_properties = unknown }
    usage  = { monthly_data_ingested_gb = 10, magnetic_store_gb = 0 }
    want   = { "data written" = 10, "magnetic store" = 0 }
    gaps   = ["memory store"]
    status = "partial"
  }

  example "no use given" {
    given  = { retention_properties = [{ memory_store_retention_period_in_hours = 24 }] }
    want   = {}
    unused = ["data written", "memory store", "magnetic store"]
    status = "usage"
  }
}
