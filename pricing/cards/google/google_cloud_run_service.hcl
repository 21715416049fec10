# A Cloud Run service by the first version of its API: billed as
# google_cloud_run_v2_service is. Annotations of the template say what blocks
# say there: autoscaling.knative.dev/minScale, and run.googleapis.com/cpu-throttling,
# which is "true" unless said otherwise, with or without limits.
resource "google_cloud_run_service" {
  assume "template.metadata" {
    why = "no annotations: by request, no instance kept ready"
  }
  assume "template.metadata.annotations" {
    why = "no annotations: by request, no instance kept ready"
  }
  assume "template.spec.containers.resources" {
    why = "not configured: 1 vCPU and 512 MiB"
  }
  assume "template.spec.containers.resources.limits" {
    why = "1 vCPU and 512 MiB, the default of the API"
  }

  usage "monthly_requests" {
    unit        = "requests"
    description = "requests served"
  }
  usage "average_request_duration_ms" {
    unit        = "milliseconds"
    description = "time a request takes"
  }
  usage "concurrent_requests_per_instance" {
    unit        = "requests"
    default     = 1
    description = "requests an instance serves at the same time"
  }
  usage "instance_hrs" {
    unit        = "hours"
    default     = null
    description = "hours of instances, all together, where the CPU is always allocated and more run than the minimum"
  }

  let {
    annotations = first(get(self.template, "metadata.annotations"), {})
    lowest      = tonumber(lookup(let.annotations, "autoscaling.knative.dev/minScale", "0"))
    idle        = lower(lookup(let.annotations, "run.googleapis.com/cpu-throttling", "true")) != "false"
  }

  part "" {
    card = "google_cloud_run_v2_service"
    given = {
      template = [{
        containers = [for c in get(self.template, "spec.containers", []) : { resources = [{ limits = get(c, "resources.limits"), cpu_idle = let.idle }] }]
        scaling    = [{ min_instance_count = let.lowest }]
      }]
    }
    usage = {
      monthly_requests                 = usage.monthly_requests
      average_request_duration_ms      = usage.average_request_duration_ms
      concurrent_requests_per_instance = usage.concurrent_requests_per_instance
      instance_hrs                     = usage.instance_hrs
    }
  }

  example "by request" {
    given   = { template = [{ metadata = unknown, spec = [{ containers = [{ image = "app", resources = unknown }] }] }] }
    omitted = ["template.metadata", "template.spec.containers.resources"]
    usage   = { monthly_requests = 10000000, average_request_duration_ms = 250, concurrent_requests_per_instance = 20 }
    want    = { vCPU = 150000, memory = 75000, requests = 10 }
    status  = "priced"
    monthly = "7.7875"
    prices  = { "cloudrun/request-based/vcpu" = 0.000024, "cloudrun/request-based/memory" = 0.0000025, "cloudrun/requests" = 0.4 }
    source  = "cloud.google.com/run/pricing, us-central1, 2022-10"
  }

  example "limits do not change the rates" {
    given  = { template = [{ metadata = [{ annotations = {} }], spec = [{ containers = [{ resources = [{ limits = { cpu = "1000m", memory = "512Mi" } }] }] }] }] }
    want   = {}
    unused = ["vCPU", "memory", "requests"]
    status = "usage"
  }

  example "two instances, never throttled" {
    given = { template = [{ metadata = [{ annotations = { "autoscaling.knative.dev/minScale" = "2", "run.googleapis.com/cpu-throttling" = "false" } }], spec = [{ containers = [{ resources = [{ limits = { cpu = "2", memory = "1Gi" } }] }] }] }] }
    want  = { "vCPU, always allocated" = 10512000, "memory, always allocated" = 5256000 }
  }

  example "annotations known only after apply" {
    given  = { template = [{ metadata = [{ annotations = unknown }], spec = [{ containers = [{ image = "app" }] }] }] }
    want   = {}
    gaps   = ["vCPU", "memory", "requests", "vCPU of idle instances", "memory of idle instances", "vCPU, always allocated", "memory, always allocated"]
    status = "gap"
  }
}
