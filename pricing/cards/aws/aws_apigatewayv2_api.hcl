# An HTTP or WebSocket API. HTTP: requests in pieces of 512 KB, cheaper above 300
# million. WebSocket: messages in pieces of 32 KB, and minutes that clients are
# connected. Stages, routes and integrations are free.
resource "aws_apigatewayv2_api" {
  usage "monthly_requests" {
    unit        = "requests"
    description = "requests to the HTTP API a month"
  }
  usage "request_size_kb" {
    unit        = "KB"
    default     = null
    description = "size of a request and its response; every 512 KB count as one"
  }
  usage "monthly_messages" {
    unit        = "messages"
    description = "messages through the WebSocket API a month, both ways"
  }
  usage "message_size_kb" {
    unit        = "KB"
    default     = null
    description = "size of a message; every 32 KB count as one"
  }
  usage "monthly_connection_mins" {
    unit        = "minutes"
    description = "minutes that clients are connected a month, all added up"
  }

  let {
    sockets  = upper(self.protocol_type) == "WEBSOCKET"
    requests = usage.monthly_requests * max(1, ceil(coalesce(usage.request_size_kb, 512) / 512))
    messages = usage.monthly_messages * max(1, ceil(coalesce(usage.message_size_kb, 32) / 32))
  }

  cost "requests" {
    when     = !let.sockets
    quantity = let.requests / 1000000
    unit     = "1M-requests"
    price    = "apigateway/http"
  }

  cost "messages" {
    when     = let.sockets
    quantity = let.messages / 1000000
    unit     = "1M-messages"
    price    = "apigateway/websocket/messages"
  }

  cost "connections" {
    when     = let.sockets
    quantity = usage.monthly_connection_mins / 1000000
    unit     = "1M-minutes"
    price    = "apigateway/websocket/connection-minutes"
  }

  uses "gateway" {
    gap = "no source gives the energy of a gateway"
  }

  example "HTTP, into the second step" {
    given   = { protocol_type = "HTTP" }
    usage   = { monthly_requests = 500000000 }
    want    = { requests = 500 }
    monthly = "480.00" # 300 x 1.00 + 200 x 0.90
    prices  = { "apigateway/http" = 1.00 }
    source  = "aws.amazon.com/api-gateway/pricing, us-east-1, 2025-10"
    status  = "priced"
  }

  example "large requests are several" {
    given = { protocol_type = "HTTP" }
    usage = { monthly_requests = 1000000, request_size_kb = 600 }
    want  = { requests = 2 }
  }

  example "WebSocket" {
    given   = { protocol_type = "WEBSOCKET" }
    usage   = { monthly_messages = 10000000, message_size_kb = 40, monthly_connection_mins = 4000000 }
    want    = { messages = 20, connections = 4 }
    monthly = "21.00"
    prices  = { "apigateway/websocket/messages" = 1.00, "apigateway/websocket/connection-minutes" = 0.25 }
    source  = "aws.amazon.com/api-gateway/pricing, us-east-1, 2025-10"
  }

  example "use not given" {
    given  = { protocol_type = "WEBSOCKET" }
    want   = {}
    unused = ["messages", "connections"]
    status = "usage"
  }

  example "kind known only after apply" {
    given  = { protocol_type = unknown }
    want   = {}
    gaps   = ["requests", "messages", "connections"]
    status = "gap"
  }
}
