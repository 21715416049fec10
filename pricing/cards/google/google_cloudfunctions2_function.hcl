# A second-generation Cloud Function: a Cloud Run service by another name, and
# billed as google_cloud_run_v2_service is by request. The memory decides the
# vCPUs where available_cpu does not.
resource "google_cloudfunctions2_function" {
  assume "service_config" {
    why = "not configured: 256 MB, no instance kept ready"
  }
  assume "service_config.available_memory" {
    value = "256M"
    why   = "256M, the default of the API"
  }
  assume "service_config.available_cpu" {
    why = "what goes with the memory"
  }

  usage "monthly_requests" {
    unit        = "requests"
    description = "calls"
  }
  usage "average_request_duration_ms" {
    unit        = "milliseconds"
    description = "time a call takes"
  }
  usage "concurrent_requests_per_instance" {
    unit        = "requests"
    default     = 1
    description = "calls an instance serves at the same time"
  }

  let {
    memory = get(self.service_config, "available_memory", "256M")
    # Megabytes, for the table of vCPUs that go with them.
    parts  = regex("^([0-9.]+)([A-Za-z]*)$", let.memory)
    scale  = { M = 1, Mi = 1, G = 1024, Gi = 1024, k = 0.001, "" = 0.000001 }
    mb     = tonumber(let.parts[0]) * let.scale[let.parts[1]]
    steps  = [{ mb = 128, cpu = "0.083" }, { mb = 256, cpu = "0.167" }, { mb = 512, cpu = "0.333" }, { mb = 1024, cpu = "0.583" }, { mb = 2048, cpu = "1" }, { mb = 8192, cpu = "2" }, { mb = 16384, cpu = "4" }, { mb = 32768, cpu = "8" }]
    fitted = [for s in let.steps : s.cpu if let.mb <= s.mb]
    cpu    = first(get(self.service_config, "available_cpu"), let.fitted[0])
  }

  part "" {
    card = "google_cloud_run_v2_service"
    given = {
      template = [{
        containers = [{ resources = [{ limits = { cpu = let.cpu, memory = let.memory }, cpu_idle = true }] }]
        scaling    = [{ min_instance_count = get(self.service_config, "min_instance_count", 0) }]
      }]
    }
    usage = {
      monthly_requests                 = usage.monthly_requests
      average_request_duration_ms      = usage.average_request_duration_ms
      concurrent_requests_per_instance = usage.concurrent_requests_per_instance
    }
  }

  example "2 GiB come with one vCPU" {
    given   = { service_config = [{ available_memory = "2Gi", available_cpu = unknown }] }
    omitted = ["service_config.available_cpu"]
    usage   = { monthly_requests = 1000000, average_request_duration_ms = 200 }
    want    = { vCPU = 200000, memory = 400000, requests = 1 }
    status  = "priced"
    monthly = "6.20"
    prices  = { "cloudrun/request-based/vcpu" = 0.000024, "cloudrun/request-based/memory" = 0.0000025, "cloudrun/requests" = 0.4 }
    source  = "cloud.google.com/functions/pricing and /run/pricing, us-central1, 2022-10"
  }

  example "an instance kept ready, use not given" {
    given  = { service_config = [{ available_memory = "1Gi", available_cpu = "1", min_instance_count = 1 }] }
    want   = { "vCPU of idle instances" = 2628000, "memory of idle instances" = 2628000 }
    unused = ["vCPU", "memory", "requests"]
    status = "partial"
  }

  example "all left to the API" {
    given   = { service_config = unknown }
    omitted = ["service_config"]
    want    = {}
    unused  = ["vCPU", "memory", "requests"]
    status  = "usage"
  }

  example "memory known only after apply" {
    given  = { service_config = [{ available_memory = unknown, available_cpu = "1" }] }
    usage  = { monthly_requests = 1000000, average_request_duration_ms = 100 }
    want   = { vCPU = 100000, requests = 1 }
    gaps   = ["memory"]
  }
}
