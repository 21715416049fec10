# Events taken into CloudTrail Lake, by the gigabyte, and gigabytes that queries
# read. With pricing for extendable retention (the default) a year is included and
# longer keeping is billed by the month; with fixed retention seven years are, and
# the first gigabytes cost more. Other sources than CloudTrail are cheaper.
resource "aws_cloudtrail_event_data_store" {
  assume "billing_mode" {
    value = "EXTENDABLE_RETENTION_PRICING"
    why   = "extendable retention, the provider's default"
  }

  usage "monthly_ingested_gb" {
    unit        = "GB"
    description = "events of CloudTrail taken in a month"
  }
  usage "monthly_other_ingested_gb" {
    unit        = "GB"
    default     = null
    description = "events of other sources taken in a month"
  }
  usage "monthly_queried_gb" {
    unit        = "GB"
    description = "data that queries read a month"
  }
  usage "extended_storage_gb" {
    unit        = "GB"
    default     = null
    description = "events kept for longer than a year"
  }

  let {
    fixed = upper(coalesce(self.billing_mode, "EXTENDABLE_RETENTION_PRICING")) == "FIXED_RETENTION_PRICING"
  }

  cost "events" {
    quantity = usage.monthly_ingested_gb
    unit     = "GB"
    price    = let.fixed ? "cloudtrail/lake/ingest/seven-years" : "cloudtrail/lake/ingest/extendable"
  }
  cost "other events" {
    when     = usage.monthly_other_ingested_gb != null
    quantity = usage.monthly_other_ingested_gb
    unit     = "GB"
    price    = let.fixed ? "cloudtrail/lake/ingest/seven-years" : "cloudtrail/lake/ingest/extendable-other"
  }
  cost "queries" {
    quantity = usage.monthly_queried_gb
    unit     = "GB"
    price    = "cloudtrail/lake/query"
  }
  cost "longer keeping" {
    when     = !let.fixed && usage.extended_storage_gb != null
    quantity = usage.extended_storage_gb
    unit     = "GB-month"
    price    = "cloudtrail/lake/extended-retention"
  }

  uses "lake" {
    gap = "no source gives the energy of a lake of events"
  }

  example "extendable retention, the default" {
    given   = { billing_mode = unknown }
    omitted = ["billing_mode"]
    usage   = { monthly_ingested_gb = 100, monthly_other_ingested_gb = 10, monthly_queried_gb = 1000, extended_storage_gb = 1000 }
    want    = { events = 100, "other events" = 10, queries = 1000, "longer keeping" = 1000 }
    monthly = "108.00"
    prices = {
      "cloudtrail/lake/ingest/extendable"       = 0.75
      "cloudtrail/lake/ingest/extendable-other" = 0.50
      "cloudtrail/lake/query"                   = 0.005
      "cloudtrail/lake/extended-retention"      = 0.023
    }
    source = "aws.amazon.com/cloudtrail/pricing, us-east-1, 2025-06"
    status = "priced"
  }

  example "fixed retention, into the second step" {
    given   = { billing_mode = "FIXED_RETENTION_PRICING" }
    usage   = { monthly_ingested_gb = 6120, monthly_queried_gb = 0 }
    want    = { events = 6120, queries = 0 }
    monthly = "13800.00" # 5,120 x 2.5 + 1,000 x 1
    prices  = { "cloudtrail/lake/ingest/seven-years" = 2.5, "cloudtrail/lake/query" = 0.005 }
    source  = "aws.amazon.com/cloudtrail/pricing, us-east-1, 2025-06"
  }

  example "use not given" {
    given  = { billing_mode = "EXTENDABLE_RETENTION_PRICING" }
    want   = {}
    unused = ["events", "queries"]
    status = "usage"
  }

  example "mode known only after apply" {
    given  = { billing_mode = unknown }
    usage  = { monthly_ingested_gb = 100, monthly_queried_gb = 0 }
    want   = { queries = 0 }
    gaps   = ["events"]
    status = "partial"
  }
}
