# A topic: publish requests in chunks of 64 KB, and deliveries by protocol; FIFO
# topics have another rate. Deliveries to SQS and Lambda are free.
#
# Subscriptions are resources of their own and free, so how many deliveries a
# message makes is a usage value. The deliveries an account has free are not
# deducted. Text messages cost by country: their price is a usage value.
resource "aws_sns_topic" {
  usage "monthly_requests" {
    unit        = "requests"
    description = "messages published a month"
  }
  usage "request_size_kb" {
    unit        = "KB"
    default     = null
    description = "size of a message, one request up to 64 KB; every further 64 KB are another"
  }
  usage "http_subscriptions" {
    unit        = "subscriptions"
    default     = null
    description = "HTTP and HTTPS subscriptions, each of which gets every message"
  }
  usage "email_subscriptions" {
    unit        = "subscriptions"
    default     = null
    description = "email subscriptions, each of which gets every message"
  }
  usage "mobile_push_subscriptions" {
    unit        = "subscriptions"
    default     = null
    description = "mobile push subscriptions, each of which gets every message"
  }
  usage "kinesis_subscriptions" {
    unit        = "subscriptions"
    default     = null
    description = "Firehose subscriptions, each of which gets every message"
  }
  usage "sms_subscriptions" {
    unit        = "subscriptions"
    default     = null
    description = "text message subscriptions, each of which gets every message"
  }

  let {
    fifo     = coalesce(self.fifo_topic, false)
    requests = usage.monthly_requests * max(1, ceil(coalesce(usage.request_size_kb, 64) / 64))
  }

  cost "requests" {
    quantity = let.requests / 1000000
    unit     = "1M-requests"
    price    = let.fifo ? "sns/fifo-requests" : "sns/requests"
  }

  cost "payload" {
    when     = let.fifo
    quantity = usage.request_size_kb == null ? null : usage.monthly_requests * usage.request_size_kb / 1048576
    unit     = "GB"
    price    = "sns/fifo-payload"
  }

  cost "HTTP deliveries" {
    when     = usage.http_subscriptions != null
    quantity = let.requests * usage.http_subscriptions / 1000000
    unit     = "1M-deliveries"
    price    = "sns/delivery/http"
    whole    = true
  }

  cost "email deliveries" {
    when     = usage.email_subscriptions != null
    quantity = let.requests * usage.email_subscriptions / 1000
    unit     = "1k-deliveries"
    price    = "sns/delivery/email"
    whole    = true
  }

  cost "mobile push deliveries" {
    when     = usage.mobile_push_subscriptions != null
    quantity = let.requests * usage.mobile_push_subscriptions / 1000000
    unit     = "1M-deliveries"
    price    = "sns/delivery/mobile-push"
    whole    = true
  }

  cost "Firehose deliveries" {
    when     = usage.kinesis_subscriptions != null
    quantity = let.requests * usage.kinesis_subscriptions / 1000000
    unit     = "1M-deliveries"
    price    = "sns/delivery/firehose"
  }

  cost "text messages" {
    when     = usage.sms_subscriptions != null
    quantity = let.requests * usage.sms_subscriptions
    unit     = "message"
    price    = "sns/delivery/sms"
  }

  uses "topic" {
    gap = "no source gives the energy of a topic"
  }

  example "standard, to two endpoints and one mailbox" {
    given   = { fifo_topic = false }
    usage   = { monthly_requests = 1000000, http_subscriptions = 2, email_subscriptions = 1 }
    want    = { requests = 1, "HTTP deliveries" = 2, "email deliveries" = 1000 }
    monthly = "21.70"
    prices  = { "sns/requests" = 0.50, "sns/delivery/http" = 0.60, "sns/delivery/email" = 0.02 }
    source  = "aws.amazon.com/sns/pricing, us-east-1, 2025-08"
    status  = "priced"
  }

  example "large messages are several" {
    given = {}
    usage = { monthly_requests = 1000000, request_size_kb = 130, mobile_push_subscriptions = 1 }
    want  = { requests = 3, "mobile push deliveries" = 3 }
  }

  example "use not given" {
    given  = {}
    want   = {}
    unused = ["requests"]
    status = "usage"
  }

  example "FIFO: its own rate, and the payload by the gigabyte" {
    given   = { fifo_topic = true }
    usage   = { monthly_requests = 1048576, request_size_kb = 32 }
    want    = { requests = 1.048576, payload = 32 }
    monthly = "0.8585728"
    prices  = { "sns/fifo-requests" = 0.30, "sns/fifo-payload" = 0.017 }
    source  = "aws.amazon.com/sns/pricing, us-east-1, 2025-08"
    status  = "priced"
  }

  example "FIFO, size of a message not given" {
    given  = { fifo_topic = true }
    usage  = { monthly_requests = 1000000 }
    want   = { requests = 1 }
    unused = ["payload"]
    status = "partial"
  }

  example "text messages by country have no list price here" {
    given = {}
    usage = { monthly_requests = 1000, sms_subscriptions = 1 }
    want  = { requests = 0.001 }
    gaps  = ["text messages"]
  }

  example "kind known only after apply" {
    given  = { fifo_topic = unknown }
    usage  = { monthly_requests = 1000000 }
    want   = {}
    gaps   = ["requests", "payload"]
    status = "gap"
  }
}
