# Events that a discoverer looks at to learn their schemas, in pieces of 8 KB. The
# five million an account has free are not deducted.
resource "aws_schemas_discoverer" {
  usage "monthly_schema_discovery_events" {
    unit        = "events"
    description = "events looked at a month, every 8 KB of one as another"
  }

  cost "events" {
    quantity = usage.monthly_schema_discovery_events / 1000000
    unit     = "1M-events"
    price    = "eventbridge/schema-discovery"
  }

  uses "discoverer" {
    gap = "no source gives the energy of a discovery"
  }

  example "a hundred million" {
    given   = { source_arn = unknown }
    usage   = { monthly_schema_discovery_events = 100000000 }
    want    = { events = 100 }
    monthly = "10.00"
    prices  = { "eventbridge/schema-discovery" = 0.10 }
    source  = "aws.amazon.com/eventbridge/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { source_arn = unknown }
    want   = {}
    unused = ["events"]
    status = "usage"
  }
}
