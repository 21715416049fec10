# Queries and changes by the million, updates pushed to clients in real time, and
# minutes that clients stay connected. A cache is a resource of its own.
resource "aws_appsync_graphql_api" {
  usage "monthly_requests" {
    unit        = "requests"
    description = "queries and changes a month"
  }
  usage "monthly_realtime_updates" {
    unit        = "messages"
    default     = null
    description = "updates pushed to clients a month, every 5 KB as another"
  }
  usage "monthly_connection_mins" {
    unit        = "minutes"
    default     = null
    description = "minutes that clients are connected a month, all added up"
  }

  cost "requests" {
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "appsync/query-mutation"
  }
  cost "realtime updates" {
    when     = usage.monthly_realtime_updates != null
    quantity = usage.monthly_realtime_updates / 1000000
    unit     = "1M-messages"
    price    = "appsync/realtime/update"
  }
  cost "connections" {
    when     = usage.monthly_connection_mins != null
    quantity = usage.monthly_connection_mins / 1000000
    unit     = "1M-minutes"
    price    = "appsync/realtime/connection"
  }

  uses "api" {
    gap = "no source gives the energy of an API"
  }

  example "with clients that listen" {
    given   = { authentication_type = "API_KEY" }
    usage   = { monthly_requests = 10000000, monthly_realtime_updates = 5000000, monthly_connection_mins = 100000000 }
    want    = { requests = 10, "realtime updates" = 5, connections = 100 }
    monthly = "58.00"
    prices  = { "appsync/query-mutation" = 4, "appsync/realtime/update" = 2, "appsync/realtime/connection" = 0.08 }
    source  = "aws.amazon.com/appsync/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { authentication_type = unknown }
    want   = {}
    unused = ["requests"]
    status = "usage"
  }
}
