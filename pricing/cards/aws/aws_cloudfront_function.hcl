# A function at the edge: times it is called. The first two million a month of an
# account are free and not deducted.
resource "aws_cloudfront_function" {
  usage "monthly_invocations" {
    unit        = "calls"
    description = "times it is called a month"
  }

  cost "calls" {
    quantity = usage.monthly_invocations / 1000000
    unit     = "1M-requests"
    price    = "cloudfront/functions"
  }

  uses "calls" {
    gap = "no source gives the energy of functions at the edge"
  }

  example "ten million" {
    given   = { name = unknown }
    usage   = { monthly_invocations = 10000000 }
    want    = { "calls" = 10 }
    monthly = "1.00"
    prices  = { "cloudfront/functions" = 0.10 }
    source  = "aws.amazon.com/cloudfront/pricing, 2026-09"
    status  = "priced"
  }

  example "use not given" {
    given  = { name = "x" }
    want   = {}
    unused = ["calls"]
    status = "usage"
  }
}
