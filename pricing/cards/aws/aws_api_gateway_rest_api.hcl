# A REST API: requests, cheaper by the million. A cache belongs to the stage;
# data out is data transfer.
resource "aws_api_gateway_rest_api" {
  usage "monthly_requests" {
    unit        = "requests"
    description = "requests a month"
  }

  cost "requests" {
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "apigateway/rest"
  }

  uses "gateway" {
    gap = "no source gives the energy of an API gateway"
  }

  example "ten million" {
    given   = { name = "api" }
    usage   = { monthly_requests = 10000000 }
    want    = { requests = 10 }
    monthly = "35.00"
    prices  = { "apigateway/rest" = 3.50 }
    source  = "aws.amazon.com/api-gateway/pricing, us-east-1, 2025-10"
    status  = "priced"
  }

  example "into the second tier" {
    given   = { name = "api" }
    usage   = { monthly_requests = 433000000 }
    want    = { requests = 433 }
    monthly = "1445.50"
    prices  = { "apigateway/rest" = 3.50 }
    source  = "aws.amazon.com/api-gateway/pricing: 333 at 3.50 and 100 at 2.80, us-east-1, 2025-10"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["requests"]
    status = "usage"
  }
}
