# Events collected from browsers, by the thousand. Logs kept beside them are billed
# themselves.
resource "aws_rum_app_monitor" {
  usage "monthly_events" {
    unit        = "events"
    description = "events collected a month, after sampling of sessions"
  }

  cost "events" {
    quantity = usage.monthly_events / 1000
    unit     = "1k-events"
    price    = "cloudwatch/rum-events"
  }

  uses "monitor" {
    gap = "no source gives the energy of a monitor"
  }

  example "a million events" {
    given   = { name = "shop" }
    usage   = { monthly_events = 1000000 }
    want    = { events = 1000 }
    monthly = "10.00"
    prices  = { "cloudwatch/rum-events" = 0.01 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-09"
    status  = "priced"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["events"]
    status = "usage"
  }
}
