# A Cloud Run service: seconds of its vCPUs and memory, and requests.
#
# cpu_idle decides the rates. Where it is true, the CPU is billed while requests
# are served, requests cost, and instances kept ready (min_instance_count) cost
# little while idle. Where it is false, instances are billed as long as they
# exist, at lower rates, and requests are free. It is true without a resources
# block and, a trap, false as soon as there is one that does not say it. The
# monthly free allowance of the billing account is not taken off.
resource "google_cloud_run_v2_service" {
  assume "template.scaling" {
    why = "not configured: no instance is kept ready"
  }
  assume "template.scaling.min_instance_count" {
    value = 0
    why   = "no instance is kept ready, the default of the API"
  }
  assume "scaling" {
    why = "not configured"
  }
  assume "scaling.min_instance_count" {
    value = 0
    why   = "no instance is kept ready, the default of the API"
  }
  assume "template.containers.resources" {
    why = "not configured: 1 vCPU and 512 MiB"
  }
  assume "template.containers.resources.limits" {
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
    containers = get(self.template, "containers", [])
    cpus       = [for c in let.containers : tostring(get(c, "resources.limits.cpu", "1"))]
    memories   = [for c in let.containers : tostring(get(c, "resources.limits.memory", "512Mi"))]
    cpu        = sum([for t in let.cpus : endswith(t, "m") ? tonumber(trimsuffix(t, "m")) / 1000 : tonumber(t)])

    # GiB in one of each unit of Kubernetes quantities.
    units  = { Ki = 1 / 1048576, Mi = 1 / 1024, Gi = 1, Ti = 1024, k = 1000 / 1073741824, M = 1000000 / 1073741824, G = 1000000000 / 1073741824, T = 1000000000000 / 1073741824, "" = 1 / 1073741824 }
    sizes  = [for t in let.memories : regex("^([0-9.]+)([A-Za-z]*)$", t)]
    memory = sum([for s in let.sizes : tonumber(s[0]) * let.units[s[1]]])

    # One container that always has its CPU makes the instance so.
    idle   = length([for c in let.containers : c if length(get(c, "resources", [])) > 0 && !get(c, "resources.cpu_idle", false)]) == 0
    lowest = max(get(self.template, "scaling.min_instance_count", 0), get(self.scaling, "min_instance_count", 0))

    # Requests are billed in steps of 100 ms.
    seconds = usage.monthly_requests * ceil(usage.average_request_duration_ms / 100) / 10 / usage.concurrent_requests_per_instance
    # Instances kept ready are billed as idle while they serve nothing.
    ready     = let.lowest * hours * 3600
    allocated = usage.instance_hrs != null ? usage.instance_hrs * 3600 : let.lowest > 0 ? let.ready : null
  }

  cost "vCPU" {
    when     = let.idle
    quantity = let.seconds * let.cpu
    unit     = "vCPU-second"
    price    = "cloudrun/request-based/vcpu"
  }

  cost "memory" {
    when     = let.idle
    quantity = let.seconds * let.memory
    unit     = "GiB-second"
    price    = "cloudrun/request-based/memory"
  }

  cost "requests" {
    when     = let.idle
    quantity = usage.monthly_requests / 1000000
    unit     = "1M-requests"
    price    = "cloudrun/requests"
  }

  cost "vCPU of idle instances" {
    when     = let.idle && let.lowest > 0
    quantity = let.ready * let.cpu
    unit     = "vCPU-second"
    price    = "cloudrun/request-based/idle-vcpu"
  }

  # Idle memory costs what memory in use does.
  cost "memory of idle instances" {
    when     = let.idle && let.lowest > 0
    quantity = let.ready * let.memory
    unit     = "GiB-second"
    price    = "cloudrun/request-based/memory"
  }

  cost "vCPU, always allocated" {
    when     = !let.idle
    quantity = let.allocated == null ? usage.instance_hrs : let.allocated * let.cpu
    unit     = "vCPU-second"
    price    = "cloudrun/instance-based/vcpu"
  }

  cost "memory, always allocated" {
    when     = !let.idle
    quantity = let.allocated == null ? usage.instance_hrs : let.allocated * let.memory
    unit     = "GiB-second"
    price    = "cloudrun/instance-based/memory"
  }

  cost "accelerator" {
    when     = get(self.template, "node_selector.accelerator") != null
    quantity = let.allocated == null ? usage.instance_hrs : let.allocated
    unit     = "second"
    price    = "cloudrun/gpu/${get(self.template, "node_selector.accelerator")}"
  }

  uses "instances serving requests" {
    when       = let.idle && let.lowest == 0
    vcpu       = let.cpu
    memory_gib = let.memory
    vcpu_hours = let.seconds / 3600
  }

  uses "instances kept ready" {
    when       = let.idle && let.lowest > 0
    vcpu       = let.cpu
    memory_gib = let.memory
    count      = let.lowest
  }

  uses "instances" {
    when       = !let.idle && let.allocated != null
    vcpu       = let.cpu
    memory_gib = let.memory
    vcpu_hours = let.allocated / 3600
  }

  uses "instances as needed" {
    when = !let.idle && let.allocated == null
    gap  = "no use given: set instance_hrs"
  }

  example "billed by request" {
    given = { template = [{ containers = [{ resources = [{ limits = { cpu = "1000m", memory = "512Mi" }, cpu_idle = true }] }], scaling = unknown }], scaling = unknown }
    omitted = ["template.scaling", "scaling"]
    usage   = { monthly_requests = 10000000, average_request_duration_ms = 250, concurrent_requests_per_instance = 20 }
    want    = { vCPU = 150000, memory = 75000, requests = 10 }
    status  = "priced"
    monthly = "7.7875"
    prices  = { "cloudrun/request-based/vcpu" = 0.000024, "cloudrun/request-based/memory" = 0.0000025, "cloudrun/requests" = 0.4 }
    source  = "cloud.google.com/run/pricing, us-central1, 2022-10"
  }

  example "resources left to the API: by request" {
    given   = { template = [{ containers = [{ resources = unknown }], scaling = unknown }], scaling = unknown }
    omitted = ["template.containers.resources", "template.scaling", "scaling"]
    want    = {}
    unused  = ["vCPU", "memory", "requests"]
    status  = "usage"
  }

  example "two instances with CPU always allocated" {
    given   = { template = [{ containers = [{ resources = [{ limits = { cpu = "2", memory = "1Gi" }, cpu_idle = false }] }], scaling = [{ min_instance_count = 2, max_instance_count = 10 }] }], scaling = [] }
    want    = { "vCPU, always allocated" = 10512000, "memory, always allocated" = 5256000 }
    status  = "priced"
    monthly = "199.728"
    prices  = { "cloudrun/instance-based/vcpu" = 0.000018, "cloudrun/instance-based/memory" = 0.000002 }
    source  = "cloud.google.com/run/pricing, us-central1, 2022-10"
  }

  example "limits without cpu_idle always allocate the CPU" {
    given  = { template = [{ containers = [{ resources = [{ limits = { cpu = "1", memory = "512Mi" }, cpu_idle = null }] }] }] }
    want   = {}
    unused = ["vCPU, always allocated", "memory, always allocated"]
    status = "usage"
  }

  example "limits without cpu_idle, in use" {
    given = { template = [{ containers = [{ resources = [{ limits = { cpu = "1", memory = "512Mi" }, cpu_idle = null }] }] }] }
    usage = { instance_hrs = 100 }
    want  = { "vCPU, always allocated" = 360000, "memory, always allocated" = 180000 }
  }

  example "an instance kept ready, billed by request" {
    given   = { template = [{ containers = [{ resources = [{ limits = { cpu = "1", memory = "2Gi" }, cpu_idle = true }] }], scaling = [{ min_instance_count = 1 }] }] }
    want    = { "vCPU of idle instances" = 2628000, "memory of idle instances" = 5256000 }
    unused  = ["vCPU", "memory", "requests"]
    monthly = "19.71"
    prices  = { "cloudrun/request-based/idle-vcpu" = 0.0000025, "cloudrun/request-based/memory" = 0.0000025 }
    source  = "cloud.google.com/run/pricing, us-central1, 2026-06"
  }

  example "an accelerator" {
    given = { template = [{ containers = [{ resources = [{ limits = { cpu = "4", memory = "16Gi", "nvidia.com/gpu" = "1" }, cpu_idle = false }] }], node_selector = [{ accelerator = "nvidia-l4" }], scaling = [{ min_instance_count = 1 }] }] }
    want  = { "vCPU, always allocated" = 10512000, "memory, always allocated" = 42048000 }
    gaps  = ["accelerator"]
  }

  example "limits known only after apply" {
    given  = { template = [{ containers = [{ resources = [{ limits = unknown, cpu_idle = false }] }], scaling = [{ min_instance_count = 1 }] }] }
    want   = {}
    gaps   = ["vCPU, always allocated", "memory, always allocated"]
    status = "gap"
  }
}
