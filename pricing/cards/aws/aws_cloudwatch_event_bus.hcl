# An event bus: events of one's own or of partners put on it, in pieces of 64 KB.
# Events of AWS services are free. Archives, destinations, pipes and the discovery
# of schemas are resources of their own.
resource "aws_cloudwatch_event_bus" {
  usage "monthly_custom_events" {
    unit        = "events"
    description = "events of one's own a month, every 64 KB of one as another"
  }
  usage "monthly_third_party_events" {
    unit        = "events"
    default     = null
    description = "events of partners a month"
  }

  cost "custom events" {
    quantity = usage.monthly_custom_events / 1000000
    unit     = "1M-events"
    price    = "eventbridge/custom-events"
  }

  cost "third-party events" {
    when     = usage.monthly_third_party_events != null
    quantity = usage.monthly_third_party_events / 1000000
    unit     = "1M-events"
    price    = "eventbridge/custom-events"
  }

  uses "bus" {
    gap = "no source gives the energy of an event bus"
  }

  example "events of both kinds" {
    given   = { name = "orders" }
    usage   = { monthly_custom_events = 5000000, monthly_third_party_events = 1000000 }
    want    = { "custom events" = 5, "third-party events" = 1 }
    monthly = "6.00"
    prices  = { "eventbridge/custom-events" = 1 }
    source  = "aws.amazon.com/eventbridge/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["custom events"]
    status = "usage"
  }
}
