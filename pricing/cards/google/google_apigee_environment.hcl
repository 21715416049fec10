# An Apigee environment of an organisation that pays as it goes: hours by its
# type, in each region it is attached to, and calls of standard proxies, of
# which the catalogue has the price up to 50 million. Subscriptions include
# environments and are not billed so.
resource "google_apigee_environment" {
  usage "regions" {
    unit        = "regions"
    default     = 1
    description = "instances it is attached to"
  }
  usage "monthly_calls" {
    unit        = "calls"
    description = "calls of standard proxies"
  }

  assume "type" {
    value = "BASE"
    why   = "BASE, the default of the API"
  }

  let {
    kind = lower(coalesce(self.type, "BASE"))
  }

  cost "environment" {
    quantity = usage.regions * hours
    unit     = "hour"
    price    = "apigee/environment/${let.kind}"
  }

  cost "calls" {
    quantity = usage.monthly_calls / 1000000
    unit     = "1M-calls"
    price    = "apigee/calls/standard"
  }

  uses "environment" {
    gap = "the machines behind Apigee are not published"
  }

  example "intermediate, ten million calls" {
    given   = { type = "INTERMEDIATE" }
    usage   = { monthly_calls = 10000000 }
    want    = { environment = 730, calls = 10 }
    status  = "priced"
    monthly = "1660.00"
    prices  = { "apigee/environment/intermediate" = 2, "apigee/calls/standard" = 20 }
    source  = "cloud.google.com/apigee/pricing, 2026-08"
  }

  example "base by default, two regions" {
    given   = { type = unknown }
    usage   = { regions = 2 }
    want    = { environment = 1460 }
    unused  = ["calls"]
    omitted = ["type"]
  }

  example "type known only after apply" {
    given  = { type = unknown }
    want   = {}
    unused = ["calls"]
    gaps   = ["environment"]
  }
}
