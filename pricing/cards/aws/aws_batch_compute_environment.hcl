# Where batch jobs run. On EC2: as many instances of the first of its types as
# give the vCPUs that are kept ready, or those used on average; on Fargate:
# vCPU-hours and gigabyte-hours of jobs. An unmanaged environment is billed by
# its own instances. "optimal" and families leave the choice of type to Batch.
resource "aws_batch_compute_environment" {
  assume "compute_resources.launch_template" {
    why = "no launch template"
  }

  usage "vcpus" {
    unit        = "vCPUs"
    default     = null
    description = "vCPUs running on average, where that is not the minimum"
  }
  usage "monthly_vcpu_hrs" {
    unit        = "vCPU-hours"
    description = "vCPU-hours of jobs a month, on Fargate"
  }
  usage "monthly_memory_gb_hrs" {
    unit        = "GB-hours"
    description = "gigabyte-hours of memory of jobs a month, on Fargate"
  }

  let {
    managed   = upper(self.type) == "MANAGED"
    kind      = upper(get(self.compute_resources, "type", "EC2"))
    fargate   = startswith(let.kind, "FARGATE")
    types     = get(self.compute_resources, "instance_type", [])
    type      = length(let.types) > 0 ? lower(let.types[0]) : "optimal"
    size      = machine(let.type)
    least     = get(self.compute_resources, "min_vcpus", 0)
    vcpus     = coalesce(usage.vcpus, let.least)
    idle      = usage.vcpus == null && let.least == 0
    instances = let.size == null ? null : ceil(let.vcpus / let.size.vcpu)
  }

  part "instance" {
    card = "aws_instance"
    when = let.managed && !let.fargate && !let.idle && let.size != null
    given = {
      instance_type           = let.type
      instance_market_options = let.kind == "SPOT" ? [{ market_type = "spot" }] : []
      # What Batch gives where no launch template says otherwise.
      root_block_device = [{ volume_type = "gp2", volume_size = 30 }]
    }
    count = let.instances
  }

  # Nothing is kept ready: what runs only use tells.
  cost "instances" {
    when     = let.managed && !let.fargate && let.idle && let.size != null
    quantity = usage.vcpus == null ? null : 0
    unit     = "hour"
    price    = "ec2/${let.type}/linux/${let.kind == "SPOT" ? "spot" : "on-demand"}"
  }

  cost "instances of Batch's choice" {
    when     = let.managed && !let.fargate && let.size == null
    quantity = let.vcpus
    unit     = "hour"
    price    = null
    hint     = "the type is left to Batch: name one type to have it priced"
  }

  cost "vCPU" {
    when     = let.managed && let.fargate
    quantity = usage.monthly_vcpu_hrs
    unit     = "vCPU-hour"
    price    = let.kind == "FARGATE_SPOT" ? "fargate/linux/x86/vcpu-spot" : "fargate/linux/x86/vcpu"
  }
  cost "memory" {
    when     = let.managed && let.fargate
    quantity = usage.monthly_memory_gb_hrs
    unit     = "GB-hour"
    price    = let.kind == "FARGATE_SPOT" ? "fargate/linux/x86/memory-spot" : "fargate/linux/x86/memory"
  }

  uses "jobs" {
    when       = let.managed && let.fargate
    vcpu       = 1
    memory_gib = usage.monthly_memory_gb_hrs / max(1, usage.monthly_vcpu_hrs)
    vcpu_hours = usage.monthly_vcpu_hrs
  }

  example "eight vCPUs kept ready" {
    given   = { type = "MANAGED", compute_resources = [{ type = "EC2", min_vcpus = 8, max_vcpus = 64, instance_type = ["m5.xlarge"] }] }
    want    = { "instance: instance" = 1460, "instance: root disk: storage" = 60 }
    monthly = "286.32"
    prices  = { "ec2/m5.xlarge/linux/on-demand" = 0.192, "ebs/gp2/storage" = 0.1 }
    source  = "aws.amazon.com/ec2/pricing/on-demand, us-east-1, 2026-07; aws.amazon.com/ebs/pricing, 2026-09"
    status  = "priced"
  }

  example "nothing kept ready" {
    given  = { type = "MANAGED", compute_resources = [{ type = "SPOT", min_vcpus = 0, max_vcpus = 64, instance_type = ["m5.xlarge"] }] }
    want   = {}
    unused = ["instances"]
    status = "usage"
  }

  example "nothing kept ready, ten vCPUs on average" {
    given = { type = "MANAGED", compute_resources = [{ type = "EC2", min_vcpus = 0, max_vcpus = 64, instance_type = ["m5.xlarge"] }] }
    usage = { vcpus = 10 }
    want  = { "instance: instance" = 2190, "instance: root disk: storage" = 90 }
  }

  example "type left to Batch" {
    given  = { type = "MANAGED", compute_resources = [{ type = "EC2", min_vcpus = 4, max_vcpus = 64, instance_type = ["optimal"] }] }
    want   = {}
    gaps   = ["instances of Batch's choice"]
    status = "gap"
  }

  example "on Fargate" {
    given = { type = "MANAGED", compute_resources = [{ type = "FARGATE", max_vcpus = 16 }] }
    usage = { monthly_vcpu_hrs = 100, monthly_memory_gb_hrs = 200 }
    want  = { vCPU = 100, memory = 200 }
  }

  example "unmanaged" {
    given  = { type = "UNMANAGED" }
    want   = {}
    status = "free"
  }

  example "minimum known only after apply" {
    given  = { type = "MANAGED", compute_resources = [{ type = "EC2", min_vcpus = unknown, instance_type = ["m5.xlarge"] }] }
    want   = {}
    gaps   = ["instance", "instances"]
    status = "gap"
  }
}
