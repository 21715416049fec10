# A subscription is free by itself. Deliveries by HTTP, mail, text and push are
# billed on the topic. Two things are not: a filter on the body of messages, by
# the gigabyte it looks through, and what a FIFO topic hands to a subscription.
resource "aws_sns_topic_subscription" {
  assume "filter_policy_scope" {
    value = "MessageAttributes"
    why   = "filters on attributes, the provider's default"
  }

  ref "topic" {
    path  = "topic_arn"
    types = ["aws_sns_topic"]
  }

  usage "monthly_requests" {
    unit        = "messages"
    description = "messages that reach the subscription a month"
  }
  usage "request_size_kb" {
    unit        = "KB"
    description = "size of a message"
  }
  usage "monthly_filtered_gb" {
    unit        = "GB"
    description = "bodies of messages a month that the filter looks through"
  }

  let {
    fifo = coalesce(get(refs.topic, "fifo_topic"), false)
    body = lower(coalesce(self.filter_policy_scope, "MessageAttributes")) == "messagebody"
  }

  cost "filtered bodies" {
    when     = let.body
    quantity = usage.monthly_filtered_gb
    unit     = "GB"
    price    = "sns/payload-filtering"
  }

  cost "FIFO deliveries" {
    when     = let.fifo
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-messages"
    price    = "sns/fifo-deliveries"
  }

  cost "FIFO payload" {
    when     = let.fifo
    quantity = usage.monthly_requests * usage.request_size_kb / 1048576
    unit     = "GB"
    price    = "sns/fifo-delivery-payload"
  }

  uses "subscription" {
    gap = "no source gives the energy of a topic"
  }

  example "deliveries are the topic's" {
    given   = { protocol = "https", filter_policy_scope = unknown }
    omitted = ["filter_policy_scope"]
    refs    = { topic = { fifo_topic = false } }
    want    = {}
    status  = "free"
  }

  example "a filter on the body" {
    given   = { protocol = "sqs", filter_policy_scope = "MessageBody" }
    usage   = { monthly_filtered_gb = 100 }
    want    = { "filtered bodies" = 100 }
    monthly = "9.00"
    prices  = { "sns/payload-filtering" = 0.09 }
    source  = "aws.amazon.com/sns/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "of a FIFO topic" {
    given   = { protocol = "sqs", filter_policy_scope = "MessageAttributes" }
    refs    = { topic = { fifo_topic = true } }
    usage   = { monthly_requests = 104857600, request_size_kb = 1 }
    want    = { "FIFO deliveries" = 104.8576, "FIFO payload" = 100 }
    monthly = "1.148576"
    prices  = { "sns/fifo-deliveries" = 0.01, "sns/fifo-delivery-payload" = 0.001 }
    source  = "aws.amazon.com/sns/pricing, us-east-1, 2025-06"
  }

  example "scope known only after apply" {
    given  = { protocol = "sqs", filter_policy_scope = unknown }
    want   = {}
    gaps   = ["filtered bodies"]
    status = "gap"
  }
}
