# An Events API: messages published, received and acted on by the million, and
# minutes that clients stay connected.
resource "aws_appsync_api" {
  usage "monthly_operations" {
    unit        = "operations"
    description = "messages published and delivered, and handlers called, a month; every 5 KB as another"
  }
  usage "monthly_connection_mins" {
    unit        = "minutes"
    description = "minutes that clients are connected a month, all added up"
  }

  cost "operations" {
    quantity = usage.monthly_operations / 1000000
    unit     = "1M-operations"
    price    = "appsync/events/operation"
  }
  cost "connections" {
    quantity = usage.monthly_connection_mins / 1000000
    unit     = "1M-minutes"
    price    = "appsync/realtime/connection"
  }

  uses "api" {
    gap = "no source gives the energy of an API"
  }

  example "ten million operations" {
    given   = { name = "prices" }
    usage   = { monthly_operations = 10000000, monthly_connection_mins = 50000000 }
    want    = { operations = 10, connections = 50 }
    monthly = "14.00"
    prices  = { "appsync/events/operation" = 1, "appsync/realtime/connection" = 0.08 }
    source  = "aws.amazon.com/appsync/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["operations", "connections"]
    status = "usage"
  }
}
