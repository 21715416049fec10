# A queue: requests, of which one message of more than 64 KB is several. FIFO
# queues, fair or not, cost more. The month's first million requests of an
# account are free and not deducted here. Polling an empty queue is billed.
resource "aws_sqs_queue" {
  usage "monthly_requests" {
    unit        = "requests"
    description = "requests a month: send, receive, delete, and empty receives"
  }
  usage "request_size_kb" {
    unit        = "KB"
    default     = 64
    description = "size of a request; every 64 KB of it are billed as one"
  }

  cost "requests" {
    quantity = usage.monthly_requests * max(1, ceil(usage.request_size_kb / 64)) / 1000000
    unit     = "1M-requests"
    price    = coalesce(self.fifo_queue, false) ? "sqs/fifo" : "sqs/standard"
  }

  uses "queue" {
    gap = "no source gives the energy of a queue"
  }

  example "standard" {
    given   = { fifo_queue = false }
    usage   = { monthly_requests = 10000000 }
    want    = { requests = 10 }
    monthly = "4.00"
    prices  = { "sqs/standard" = 0.40 }
    source  = "aws.amazon.com/sqs/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "FIFO with large messages" {
    given   = { fifo_queue = true }
    usage   = { monthly_requests = 1000000, request_size_kb = 65 }
    want    = { requests = 2 }
    monthly = "1.00"
    prices  = { "sqs/fifo" = 0.50 }
    source  = "aws.amazon.com/sqs/pricing, us-east-1, 2025-06"
  }

  example "use not given" {
    given  = {}
    want   = {}
    unused = ["requests"]
    status = "usage"
  }

  example "kind known only after apply" {
    given  = { fifo_queue = unknown }
    usage  = { monthly_requests = 1000000 }
    want   = {}
    gaps   = ["requests"]
    status = "gap"
  }
}
