# A Dialogflow CX agent: requests in text. Requests by voice, and sessions
# with generative answers, have prices of their own, which are not in the
# catalogue for want of a unit that can be told.
resource "google_dialogflow_cx_agent" {
  usage "monthly_text_requests" {
    unit        = "requests"
    description = "requests in text"
  }

  cost "text requests" {
    quantity = usage.monthly_text_requests
    unit     = "request"
    price    = "dialogflow/cx/text-query"
  }

  uses "service" {
    gap = "no figure exists for a share of Dialogflow"
  }

  example "100,000 requests" {
    given   = { location = "global" }
    usage   = { monthly_text_requests = 100000 }
    want    = { "text requests" = 100000 }
    status  = "priced"
    monthly = "700.00"
    prices  = { "dialogflow/cx/text-query" = 0.007 }
    source  = "cloud.google.com/dialogflow/pricing, 2026-08"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["text requests"]
    status = "usage"
  }
}
