# A function: requests, and gigabyte-seconds of its memory for as long as each
# request takes, rounded up to a millisecond; ephemeral storage above 512 MB by
# the same seconds. arm64 has its own, cheaper, rates.
#
# Provisioned concurrency is a resource of its own. SnapStart is free for Java;
# for other runtimes the snapshot of one published version is counted, not what
# restoring it costs. The requests and seconds an account has free are not
# deducted.
resource "aws_lambda_function" {
  assume "architectures" {
    value = ["x86_64"]
    why   = "x86_64, the default of the API"
  }
  assume "memory_size" {
    value = 128
    why   = "128 MB, the provider's default"
  }
  assume "ephemeral_storage" {
    value = []
    why   = "512 MB, the default of the API, which is free"
  }
  assume "ephemeral_storage.size" {
    value = 512
    why   = "512 MB, the default of the API, which is free"
  }

  usage "monthly_requests" {
    unit        = "requests"
    description = "requests a month"
  }
  usage "request_duration_ms" {
    unit        = "ms"
    description = "how long a request takes on average"
  }
  usage "monthly_streamed_gb" {
    unit        = "GB"
    default     = null
    description = "responses streamed a month beyond the first 6 MB of each"
  }

  let {
    arch    = contains(first(self.architectures, ["x86_64"]), "arm64") ? "arm64" : "x86"
    memory  = coalesce(self.memory_size, 128)
    scratch = max(0, get(self.ephemeral_storage, "size", 512) - 512)
    seconds = usage.monthly_requests * ceil(usage.request_duration_ms) / 1000
    runtime = coalesce(self.runtime, "")
    snap    = get(self.snap_start, "apply_on", "None") == "PublishedVersions" && !startswith(let.runtime, "java")
  }

  cost "requests" {
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "lambda/requests/${let.arch}"
  }

  cost "duration" {
    quantity = let.seconds * let.memory / 1024
    unit     = "GB-second"
    price    = "lambda/duration/${let.arch}"
  }

  cost "ephemeral storage" {
    when     = let.scratch > 0
    quantity = let.seconds * let.scratch / 1024
    unit     = "GB-second"
    price    = "lambda/ephemeral-storage/${let.arch}"
  }

  cost "response streaming" {
    when     = usage.monthly_streamed_gb != null
    quantity = usage.monthly_streamed_gb
    unit     = "GB"
    price    = "lambda/response-streaming"
  }

  cost "SnapStart cache" {
    when     = let.snap
    quantity = let.memory / 1024 * hours * 3600
    unit     = "GB-second"
    price    = "lambda/snapstart/cache"
  }

  cost "durable operations" {
    when     = length(self.durable_config) > 0
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-operations"
    price    = "lambda/durable/operations"
  }

  # 1,769 MB come with one vCPU, 10,240 MB with six.
  uses "function" {
    vcpu       = min(6, let.memory / 1769)
    memory_gib = let.memory / 1024
    isa        = let.arch
    vcpu_hours = let.seconds / 3600
  }

  example "a million requests of 200 ms" {
    given   = { memory_size = 512, architectures = unknown, ephemeral_storage = unknown }
    omitted = ["architectures", "ephemeral_storage"]
    usage   = { monthly_requests = 1000000, request_duration_ms = 200 }
    want    = { requests = 1, duration = 100000 }
    monthly = "1.86667"
    prices  = { "lambda/requests/x86" = 0.20, "lambda/duration/x86" = 0.0000166667 }
    source  = "aws.amazon.com/lambda/pricing, us-east-1, 2025-10"
    status  = "priced"
  }

  example "arm64, with a fraction of a millisecond and large scratch space" {
    given   = { memory_size = 1024, architectures = ["arm64"], ephemeral_storage = [{ size = 1536 }] }
    usage   = { monthly_requests = 1000000, request_duration_ms = 99.2 }
    want    = { requests = 1, duration = 100000, "ephemeral storage" = 100000 }
    monthly = "1.53643"
    prices = {
      "lambda/requests/arm64"          = 0.20
      "lambda/duration/arm64"          = 0.0000133334
      "lambda/ephemeral-storage/arm64" = 0.0000000309
    }
    source = "aws.amazon.com/lambda/pricing, us-east-1, 2025-10"
  }

  example "use not given, memory the default" {
    given  = { architectures = ["x86_64"] }
    want   = {}
    unused = ["requests", "duration"]
    status = "usage"
  }

  example "memory known only after apply" {
    given  = { memory_size = unknown }
    usage  = { monthly_requests = 1000000, request_duration_ms = 100 }
    want   = { requests = 1 }
    gaps   = ["duration"]
    status = "partial"
  }

  example "SnapStart is free for Java" {
    given = { runtime = "java21", snap_start = [{ apply_on = "PublishedVersions" }] }
    usage = { monthly_requests = 0, request_duration_ms = 1 }
    want  = { requests = 0, duration = 0 }
  }

  example "SnapStart for Python keeps its snapshot at a price" {
    given   = { runtime = "python3.13", memory_size = 1024, snap_start = [{ apply_on = "PublishedVersions" }] }
    want    = { "SnapStart cache" = 2628000 }
    unused  = ["requests", "duration"]
    monthly = "3.9540888" # 2,628,000 x 0.0000015046
    prices  = { "lambda/snapstart/cache" = 0.0000015046 }
    source  = "aws.amazon.com/lambda/pricing, us-east-1, 2026"
  }
}
