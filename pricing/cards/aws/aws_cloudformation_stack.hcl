# Handlers of resource types that are not AWS's own: each call of one, and seconds
# beyond its first thirty. What the template makes is billed as what it is, and not
# to be seen in a plan.
resource "aws_cloudformation_stack" {
  usage "monthly_handler_operations" {
    unit        = "operations"
    description = "calls a month of handlers that are not AWS's"
  }
  usage "monthly_duration_secs" {
    unit        = "seconds"
    default     = null
    description = "seconds a month of those calls beyond thirty each"
  }

  cost "handler operations" {
    quantity = usage.monthly_handler_operations
    unit     = "operation"
    price    = "cloudformation/handler/operation"
  }
  cost "handler durations" {
    when     = usage.monthly_duration_secs != null
    quantity = usage.monthly_duration_secs
    unit     = "second"
    price    = "cloudformation/handler/duration"
  }
  cost "resources of the template" {
    quantity = 1
    unit     = "month"
    price    = null
    hint     = "what the template makes is not in the plan"
  }

  uses "resources of the template" {
    gap = "what the template makes is not in the plan"
  }

  example "ten thousand calls" {
    given   = { name = "network" }
    usage   = { monthly_handler_operations = 10000, monthly_duration_secs = 1000 }
    want    = { "handler operations" = 10000, "handler durations" = 1000 }
    gaps    = ["resources of the template"]
    monthly = "9.08"
    prices  = { "cloudformation/handler/operation" = 0.0009, "cloudformation/handler/duration" = 0.00008 }
    source  = "aws.amazon.com/cloudformation/pricing, us-east-1, 2025-06"
    status  = "partial"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["handler operations"]
    gaps   = ["resources of the template"]
  }
}
