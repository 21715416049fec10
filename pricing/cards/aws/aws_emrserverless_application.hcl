# A serverless EMR application: vCPU-hours and gigabyte-hours of its workers,
# those kept warm (initial_capacity) included while it is started. It stops by
# itself when idle. Disks above 20 GB a worker come on top. Prices are known for
# x86 in one region.
resource "aws_emrserverless_application" {
  assume "architecture" {
    value = "X86_64"
    why   = "X86_64, the default"
  }

  usage "monthly_vcpu_hrs" {
    unit        = "vCPU-hours"
    description = "vCPU-hours of all workers a month"
  }
  usage "monthly_memory_gb_hrs" {
    unit        = "GB-hours"
    description = "gigabyte-hours of memory of all workers a month"
  }

  let {
    arch = lower(coalesce(self.architecture, "X86_64")) == "arm64" ? "arm64" : "x86"
  }

  cost "vCPU" {
    quantity = usage.monthly_vcpu_hrs
    unit     = "vCPU-hour"
    price    = "emr-serverless/${let.arch}/vcpu"
  }
  cost "memory" {
    quantity = usage.monthly_memory_gb_hrs
    unit     = "GB-hour"
    price    = "emr-serverless/${let.arch}/memory"
  }

  uses "workers" {
    vcpu       = 1
    memory_gib = usage.monthly_memory_gb_hrs / max(1, usage.monthly_vcpu_hrs)
    vcpu_hours = usage.monthly_vcpu_hrs
    isa        = let.arch == "arm64" ? "arm64" : "x86_64"
  }

  example "a thousand vCPU-hours" {
    given   = { name = "a", type = "spark", architecture = unknown }
    omitted = ["architecture"]
    usage   = { monthly_vcpu_hrs = 1000, monthly_memory_gb_hrs = 4000 }
    want    = { vCPU = 1000, memory = 4000 }
    monthly = "75.738"
    prices  = { "emr-serverless/x86/vcpu" = 0.052624, "emr-serverless/x86/memory" = 0.0057785 }
    source  = "aws.amazon.com/emr/pricing, us-east-1, 2026-09"
    status  = "priced"
  }

  example "ARM has no known price" {
    given  = { name = "a", type = "hive", architecture = "ARM64" }
    usage  = { monthly_vcpu_hrs = 10, monthly_memory_gb_hrs = 40 }
    want   = {}
    gaps   = ["vCPU", "memory"]
    status = "gap"
  }

  example "use not given" {
    given  = { name = "a", type = "spark" }
    want   = {}
    unused = ["vCPU", "memory"]
    status = "usage"
  }
}
