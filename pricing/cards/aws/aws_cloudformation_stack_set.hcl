# Stacks in many accounts and regions: billed as aws_cloudformation_stack is, for
# all of them together.
resource "aws_cloudformation_stack_set" {
  usage "monthly_handler_operations" {
    unit        = "operations"
    description = "calls a month of handlers that are not AWS's, in all stacks"
  }
  usage "monthly_duration_secs" {
    unit        = "seconds"
    default     = null
    description = "seconds a month of those calls beyond thirty each"
  }

  part "" {
    card  = "aws_cloudformation_stack"
    given = {}
    usage = { monthly_handler_operations = usage.monthly_handler_operations, monthly_duration_secs = usage.monthly_duration_secs }
  }

  example "ten thousand calls" {
    given   = { name = "baseline" }
    usage   = { monthly_handler_operations = 10000 }
    want    = { "handler operations" = 10000 }
    gaps    = ["resources of the template"]
    monthly = "9.00"
    prices  = { "cloudformation/handler/operation" = 0.0009 }
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
