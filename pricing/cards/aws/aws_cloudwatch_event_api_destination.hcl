# Calls of EventBridge to an HTTP endpoint outside, in pieces of 64 KB; retries
# count.
resource "aws_cloudwatch_event_api_destination" {
  usage "monthly_invocations" {
    unit        = "calls"
    description = "calls a month, retries included"
  }

  cost "calls" {
    quantity = usage.monthly_invocations / 1000000
    unit     = "1M-invocations"
    price    = "eventbridge/api-destinations"
  }

  uses "destination" {
    gap = "no source gives the energy of a call"
  }

  example "ten million calls" {
    given   = { http_method = "POST" }
    usage   = { monthly_invocations = 10000000 }
    want    = { calls = 10 }
    monthly = "2.00"
    prices  = { "eventbridge/api-destinations" = 0.20 }
    source  = "aws.amazon.com/eventbridge/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { http_method = unknown }
    want   = {}
    unused = ["calls"]
    status = "usage"
  }
}
