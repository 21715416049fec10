# A first-generation Cloud Function: calls, and gigahertz and gigabytes for the
# time they take, in steps of 100 ms. The memory decides the processor. The
# monthly free allowance of the billing account is not taken off. Instances kept
# ready (min_instances) are billed while idle, at a rate that is not in the
# catalogue.
resource "google_cloudfunctions_function" {
  usage "request_duration_ms" {
    unit        = "milliseconds"
    description = "time a call takes"
  }
  usage "monthly_function_invocations" {
    unit        = "calls"
    description = "calls"
  }
  usage "monthly_outbound_data_gb" {
    unit        = "GB"
    description = "data sent out"
  }

  let {
    memory  = coalesce(self.available_memory_mb, 256)
    classes = { "128" = 0.2, "256" = 0.4, "512" = 0.8, "1024" = 1.4, "2048" = 2.4, "4096" = 4.8, "8192" = 4.8 }
    clock   = let.classes[tostring(let.memory)]
    seconds = usage.monthly_function_invocations * ceil(usage.request_duration_ms / 100) / 10
    ready   = coalesce(self.min_instances, 0)
  }

  cost "CPU" {
    quantity = let.seconds * let.clock
    unit     = "GHz-second"
    price    = "functions/gen1/cpu"
  }

  cost "memory" {
    quantity = let.seconds * let.memory / 1024
    unit     = "GB-second"
    price    = "functions/gen1/memory"
  }

  cost "calls" {
    quantity = usage.monthly_function_invocations / 1000000
    unit     = "1M-invocations"
    price    = "functions/gen1/invocations"
  }

  cost "idle instances" {
    when     = let.ready > 0
    quantity = let.ready * hours * 3600 * let.memory / 1024
    unit     = "GB-second"
    price    = "functions/gen1/idle-memory"
  }

  cost "outbound data" {
    quantity = usage.monthly_outbound_data_gb
    unit     = "GB"
    price    = "functions/gen1/outbound-data"
  }

  # A vCPU of the machines is taken as 2.4 GHz, as Google does.
  uses "instances" {
    vcpu       = let.clock / 2.4
    memory_gib = let.memory / 1024
    vcpu_hours = let.seconds / 3600
  }

  example "a million calls of 210 ms" {
    given   = { available_memory_mb = 512, runtime = "nodejs20" }
    usage   = { request_duration_ms = 210, monthly_function_invocations = 1000000, monthly_outbound_data_gb = 10 }
    want    = { CPU = 240000, memory = 150000, calls = 1, "outbound data" = 10 }
    status  = "priced"
    monthly = "4.375"
    prices  = { "functions/gen1/cpu" = 0.00001, "functions/gen1/memory" = 0.0000025, "functions/gen1/invocations" = 0.4, "functions/gen1/outbound-data" = 0.12 }
    source  = "cloud.google.com/functions/pricing-1stgen, us-central1, 2024-07"
  }

  example "256 MB by default, use not given" {
    given  = { runtime = "nodejs20" }
    want   = {}
    unused = ["CPU", "memory", "calls", "outbound data"]
    status = "usage"
  }

  example "an instance kept ready" {
    given  = { available_memory_mb = 1024, min_instances = 1 }
    want   = {}
    unused = ["CPU", "memory", "calls", "outbound data"]
    gaps   = ["idle instances"]
  }

  example "memory known only after apply" {
    given  = { available_memory_mb = unknown }
    usage  = { request_duration_ms = 100, monthly_function_invocations = 1000000, monthly_outbound_data_gb = 0 }
    want   = { calls = 1, "outbound data" = 0 }
    gaps   = ["CPU", "memory"]
    status = "partial"
  }
}
