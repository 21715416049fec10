# A Cloud Run job: seconds of its tasks' vCPUs and memory while they run, at
# the lower rates of services whose CPU is always allocated, at least a minute
# a task. The monthly free allowance of the billing account is not taken off.
resource "google_cloud_run_v2_job" {
  assume "template.template.containers.resources" {
    why = "not configured: 1 vCPU and 512 MiB"
  }
  assume "template.template.containers.resources.limits" {
    why = "1 vCPU and 512 MiB, the default of the API"
  }
  assume "template.task_count" {
    value = 1
    why   = "one task, the default of the API"
  }

  usage "monthly_job_executions" {
    unit        = "executions"
    description = "times the job runs"
  }
  usage "average_task_execution_mins" {
    unit        = "minutes"
    description = "time a task takes"
  }

  let {
    containers = get(self.template, "template.containers", [])
    cpus       = [for c in let.containers : tostring(get(c, "resources.limits.cpu", "1"))]
    memories   = [for c in let.containers : tostring(get(c, "resources.limits.memory", "512Mi"))]
    cpu        = sum([for t in let.cpus : endswith(t, "m") ? tonumber(trimsuffix(t, "m")) / 1000 : tonumber(t)])

    # GiB in one of each unit of Kubernetes quantities.
    units  = { Ki = 1 / 1048576, Mi = 1 / 1024, Gi = 1, Ti = 1024, k = 1000 / 1073741824, M = 1000000 / 1073741824, G = 1000000000 / 1073741824, T = 1000000000000 / 1073741824, "" = 1 / 1073741824 }
    sizes  = [for t in let.memories : regex("^([0-9.]+)([A-Za-z]*)$", t)]
    memory = sum([for s in let.sizes : tonumber(s[0]) * let.units[s[1]]])

    seconds = usage.monthly_job_executions * get(self.template, "task_count", 1) * max(60, usage.average_task_execution_mins * 60)
  }

  cost "vCPU" {
    quantity = let.seconds * let.cpu
    unit     = "vCPU-second"
    price    = "cloudrun/instance-based/vcpu"
  }

  cost "memory" {
    quantity = let.seconds * let.memory
    unit     = "GiB-second"
    price    = "cloudrun/instance-based/memory"
  }

  uses "tasks" {
    vcpu       = let.cpu
    memory_gib = let.memory
    vcpu_hours = let.seconds / 3600
  }

  example "a hundred runs of ten minutes" {
    given   = { template = [{ task_count = 2, template = [{ containers = [{ resources = [{ limits = { cpu = "2", memory = "1Gi" } }] }] }] }] }
    usage   = { monthly_job_executions = 100, average_task_execution_mins = 10 }
    want    = { vCPU = 240000, memory = 120000 }
    status  = "priced"
    monthly = "4.56"
    prices  = { "cloudrun/instance-based/vcpu" = 0.000018, "cloudrun/instance-based/memory" = 0.000002 }
    source  = "cloud.google.com/run/pricing, us-central1, 2022-10"
  }

  example "a task is a minute at least" {
    given   = { template = [{ task_count = unknown, template = [{ containers = [{ resources = unknown }] }] }] }
    usage   = { monthly_job_executions = 10, average_task_execution_mins = 0.1 }
    want    = { vCPU = 600, memory = 300 }
    omitted = ["template.task_count", "template.template.containers.resources"]
  }

  example "limits known only after apply" {
    given  = { template = [{ task_count = 1, template = [{ containers = [{ resources = [{ limits = unknown }] }] }] }] }
    usage  = { monthly_job_executions = 1, average_task_execution_mins = 1 }
    want   = {}
    gaps   = ["vCPU", "memory"]
    status = "gap"
  }
}
