# Provisioned concurrency: gigabyte-seconds of the function's memory, held for
# the whole month whether called or not. Requests it serves are billed here at a
# lower rate for their duration: do not count them with the function again.
resource "aws_lambda_provisioned_concurrency_config" {
  ref "function" {
    path  = "function_name"
    types = ["aws_lambda_function"]

    assume "architectures" {
      value = ["x86_64"]
      why   = "x86_64, the default of the API"
    }
  }

  usage "monthly_duration_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month concurrency is provisioned, where that is not all 730"
  }
  usage "memory_mb" {
    unit        = "MB"
    default     = null
    description = "memory of the function, where it is not in the plan"
  }
  usage "monthly_requests" {
    unit        = "requests"
    default     = null
    description = "requests a month served by provisioned concurrency"
  }
  usage "request_duration_ms" {
    unit        = "ms"
    description = "how long such a request takes on average"
  }

  let {
    arch   = contains(first(get(refs.function, "architectures"), ["x86_64"]), "arm64") ? "arm64" : "x86"
    memory = usage.memory_mb == null ? get(refs.function, "memory_size") : usage.memory_mb
    count  = self.provisioned_concurrent_executions
    hours  = coalesce(usage.monthly_duration_hrs, hours)
  }

  cost "provisioned concurrency" {
    quantity = let.memory == null ? null : let.count * let.memory / 1024 * let.hours * 3600
    unit     = "GB-second"
    price    = "lambda/provisioned-concurrency/${let.arch}"
  }

  cost "requests" {
    when     = usage.monthly_requests != null
    quantity = usage.monthly_requests == null ? null : usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "lambda/requests/${let.arch}"
  }

  cost "duration" {
    when     = usage.monthly_requests != null
    quantity = usage.monthly_requests == null ? null : usage.monthly_requests * ceil(usage.request_duration_ms) / 1000 * let.memory / 1024
    unit     = "GB-second"
    price    = "lambda/provisioned-duration/${let.arch}"
  }

  # 1,769 MB come with one vCPU, 10,240 MB with six; held, not only when called.
  uses "function" {
    when       = let.memory != null
    vcpu       = min(6, coalesce(let.memory, 128) / 1769)
    memory_gib = coalesce(let.memory, 128) / 1024
    isa        = let.arch
    vcpu_hours = let.hours
    count      = let.count
  }
  uses "function of another plan" {
    when = let.memory == null
    gap  = "the function's memory is not known"
  }

  example "five of half a gigabyte" {
    given   = { function_name = "f", provisioned_concurrent_executions = 5 }
    refs    = { function = { memory_size = 512, architectures = ["x86_64"] } }
    want    = { "provisioned concurrency" = 6570000 }
    monthly = "27.375219"
    prices  = { "lambda/provisioned-concurrency/x86" = 0.0000041667 }
    source  = "aws.amazon.com/lambda/pricing, us-east-1, 2025-10"
    status  = "priced"
  }

  example "arm64, half the day, with requests" {
    given = { provisioned_concurrent_executions = 1 }
    refs  = { function = { memory_size = 1024, architectures = ["arm64"] } }
    usage = { monthly_duration_hrs = 365, monthly_requests = 1000000, request_duration_ms = 100 }
    want  = { "provisioned concurrency" = 1314000, requests = 1, duration = 100000 }
  }

  example "function of another plan" {
    given  = { function_name = "f", provisioned_concurrent_executions = 5 }
    want   = {}
    unused = ["provisioned concurrency"]
    status = "usage"
  }

  example "number known only after apply" {
    given   = { provisioned_concurrent_executions = unknown }
    refs    = { function = { memory_size = 128, architectures = unknown } }
    omitted = ["function.architectures"]
    want    = {}
    gaps    = ["provisioned concurrency"]
    status  = "gap"
  }
}
