# A trail: events delivered. The first copy of management events in a region is
# free, further copies and all data events are billed, and insights by the
# events they look at. The bucket and the log group are billed themselves.
resource "aws_cloudtrail" {
  assume "event_selector" {
    value = []
    why   = "management events only"
  }
  assume "advanced_event_selector" {
    value = []
    why   = "management events only"
  }
  assume "insight_selector" {
    value = []
    why   = "no insights"
  }

  usage "monthly_additional_management_events" {
    unit        = "events"
    default     = null
    description = "management events a month of a second and further trails"
  }
  usage "monthly_data_events" {
    unit        = "events"
    default     = null
    description = "data events a month"
  }
  usage "monthly_insight_events" {
    unit        = "events"
    default     = null
    description = "management events a month that insights look at"
  }

  let {
    plain    = length([for s in first(self.event_selector, []) : s if length(get(s, "data_resource", [])) > 0]) > 0
    fields   = flatten([for s in first(self.advanced_event_selector, []) : [for f in get(s, "field_selector", []) : get(f, "equals", []) if get(f, "field") == "eventCategory"]])
    advanced = contains(let.fields, "Data")
    insights = length(self.insight_selector) > 0
  }

  cost "management events" {
    when     = usage.monthly_additional_management_events != null
    quantity = usage.monthly_additional_management_events == null ? null : usage.monthly_additional_management_events / 1000
    unit     = "1k-events"
    price    = "cloudtrail/management-events"
  }

  cost "data events" {
    when     = let.plain || let.advanced || usage.monthly_data_events != null
    quantity = usage.monthly_data_events == null ? null : usage.monthly_data_events / 1000
    unit     = "1k-events"
    price    = "cloudtrail/data-events"
  }

  cost "insight events" {
    when     = let.insights || usage.monthly_insight_events != null
    quantity = usage.monthly_insight_events == null ? null : usage.monthly_insight_events / 1000
    unit     = "1k-events"
    price    = "cloudtrail/insights-events"
  }

  example "the first trail, of management events" {
    given  = { name = "main", event_selector = [], advanced_event_selector = [], insight_selector = [] }
    want   = {}
    status = "free"
  }

  example "data events of all buckets" {
    given   = { event_selector = [{ read_write_type = "All", data_resource = [{ type = "AWS::S3::Object", values = ["arn:aws:s3"] }] }] }
    usage   = { monthly_data_events = 10000000 }
    want    = { "data events" = 10000 }
    monthly = "10.00"
    prices  = { "cloudtrail/data-events" = 0.001 }
    source  = "aws.amazon.com/cloudtrail/pricing, us-east-1, 2025-08"
    status  = "priced"
  }

  example "advanced selectors and insights, use not given" {
    given = {
      advanced_event_selector = [{ name = "data", field_selector = [{ field = "eventCategory", equals = ["Data"] }, { field = "resources.type", equals = ["AWS::S3::Object"] }] }]
      insight_selector        = [{ insight_type = "ApiCallRateInsight" }]
    }
    want   = {}
    unused = ["data events", "insight events"]
    status = "usage"
  }

  example "a second trail" {
    given   = { name = "second" }
    usage   = { monthly_additional_management_events = 1000000 }
    want    = { "management events" = 1000 }
    monthly = "20.00"
    prices  = { "cloudtrail/management-events" = 0.02 }
    source  = "aws.amazon.com/cloudtrail/pricing, us-east-1, 2025-08"
  }

  example "selectors known only after apply" {
    given  = { event_selector = unknown }
    want   = {}
    gaps   = ["data events"]
    status = "gap"
  }
}
