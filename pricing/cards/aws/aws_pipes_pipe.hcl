# Requests that are left after the filter, in pieces of 64 KB; a batch is one. What
# stands at the ends and what enriches on the way is billed itself.
resource "aws_pipes_pipe" {
  usage "monthly_requests" {
    unit        = "requests"
    description = "batches a month after filtering, every 64 KB of one as another"
  }

  cost "requests" {
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "eventbridge/pipes"
  }

  uses "pipe" {
    gap = "no source gives the energy of a pipe"
  }

  example "ten million" {
    given   = { source = unknown, target = unknown }
    usage   = { monthly_requests = 10000000 }
    want    = { requests = 10 }
    monthly = "4.00"
    prices  = { "eventbridge/pipes" = 0.40 }
    source  = "aws.amazon.com/eventbridge/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { source = unknown }
    want   = {}
    unused = ["requests"]
    status = "usage"
  }
}
