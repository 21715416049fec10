# An API gateway: calls. The first two million a month are the billing
# account's and are not taken off; beyond a thousand million a call costs
# less, which the catalogue does not know.
resource "google_api_gateway_gateway" {
  usage "monthly_calls" {
    unit        = "calls"
    description = "calls of all its APIs"
  }

  cost "calls" {
    quantity = usage.monthly_calls / 1000000
    unit     = "1M-calls"
    price    = "api-gateway/calls"
    whole    = true
  }

  uses "gateway" {
    gap = "no figure exists for a share of Google's network"
  }

  example "ten million" {
    given   = { region = "us-central1" }
    usage   = { monthly_calls = 10000000 }
    want    = { calls = 10 }
    status  = "priced"
    monthly = "30.00"
    prices  = { "api-gateway/calls" = 3 }
    source  = "cloud.google.com/api-gateway/pricing, 2026-06"
  }

  example "no use given" {
    given  = { region = unknown }
    want   = {}
    unused = ["calls"]
    status = "usage"
  }
}
