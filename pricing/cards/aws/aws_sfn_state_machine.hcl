# A state machine. STANDARD (the default): state transitions. EXPRESS: requests,
# and gigabyte-seconds of their memory, in steps of 64 MB and 100 ms. The
# cheaper tiers of long EXPRESS use are not in the catalogue.
resource "aws_sfn_state_machine" {
  assume "type" {
    value = "STANDARD"
    why   = "STANDARD, the provider's default"
  }

  usage "monthly_transitions" {
    unit        = "transitions"
    description = "state transitions a month, of a STANDARD machine"
  }
  usage "monthly_requests" {
    unit        = "requests"
    description = "executions a month, of an EXPRESS machine"
  }
  usage "memory_mb" {
    unit        = "MB"
    default     = 64
    description = "memory of an execution; 64 MB is the least billed"
  }
  usage "workflow_duration_ms" {
    unit        = "ms"
    description = "how long an execution takes on average"
  }

  let {
    express = upper(coalesce(self.type, "STANDARD")) == "EXPRESS"
  }

  cost "transitions" {
    when     = !let.express
    quantity = usage.monthly_transitions / 1000
    unit     = "1k-transitions"
    price    = "stepfunctions/standard-transitions"
  }

  cost "requests" {
    when     = let.express
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "stepfunctions/express-requests"
  }

  cost "duration" {
    when     = let.express
    quantity = usage.monthly_requests * ceil(usage.workflow_duration_ms / 100) / 10 * ceil(usage.memory_mb / 64) * 64 / 1024
    unit     = "GB-second"
    price    = "stepfunctions/express-duration"
  }

  uses "executions" {
    gap = "no source gives the energy of a workflow service"
  }

  example "standard" {
    given   = { type = "STANDARD" }
    usage   = { monthly_transitions = 100000 }
    want    = { transitions = 100 }
    monthly = "2.50"
    prices  = { "stepfunctions/standard-transitions" = 0.025 }
    source  = "aws.amazon.com/step-functions/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "express, rounded up" {
    given   = { type = "EXPRESS" }
    usage   = { monthly_requests = 1000000, memory_mb = 100, workflow_duration_ms = 1950 }
    want    = { requests = 1, duration = 250000 }
    monthly = "5.1675"
    prices  = { "stepfunctions/express-requests" = 1, "stepfunctions/express-duration" = 0.00001667 }
    source  = "aws.amazon.com/step-functions/pricing, us-east-1, 2025-06"
  }

  example "use not given" {
    given  = {}
    want   = {}
    unused = ["transitions"]
    status = "usage"
  }

  example "type known only after apply" {
    given  = { type = unknown }
    usage  = { monthly_transitions = 1000, monthly_requests = 1000, workflow_duration_ms = 100 }
    want   = {}
    gaps   = ["transitions", "requests", "duration"]
    status = "gap"
  }
}
