# An ECS service. On Fargate it is billed by the task: vCPU-hours and GB-hours
# of the task definition, ephemeral storage above 20 GB, a licence for Windows.
# On EC2 or external capacity it is free: the instances are billed themselves.
#
# Fargate is said by launch_type, by the service's capacity providers, or by the
# cluster's default ones. FARGATE_SPOT is cheaper by a rate that is not in the
# catalogue. Tasks are the desired count; a scaling target in sight gives the
# range. A task definition's cpu may be "512" units or ".5 vCPU".
resource "aws_ecs_service" {
  assume "launch_type" {
    why = "the cluster's capacity providers, else EC2"
  }
  assume "desired_count" {
    value = 0
    why   = "none, the provider's default"
  }
  assume "capacity_provider_strategy" {
    value = []
    why   = "not configured"
  }

  ref "task" {
    path  = "task_definition"
    types = ["aws_ecs_task_definition"]
  }
  ref "cluster" {
    path  = "cluster"
    types = ["aws_ecs_cluster"]
  }
  ref "providers" {
    by = ["aws_ecs_cluster_capacity_providers"]
    of = "cluster"
  }
  ref "scaling" {
    by = ["aws_appautoscaling_target"]
  }

  usage "tasks" {
    unit        = "tasks"
    default     = null
    description = "how many tasks run on average, where that is not the desired count"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the service runs, where that is not all 730"
  }

  let {
    hours = coalesce(usage.monthly_hrs, hours)

    # Who provides the capacity: each strategy takes its base first, the rest is
    # split by weight. Fargate and instances do not mix in one service.
    own        = first(self.capacity_provider_strategy, [])
    defaults   = [for s in first(get(refs.providers, "default_capacity_provider_strategy"), []) : s if self.launch_type == null && length(let.own) == 0]
    strategies = concat(let.own, let.defaults)
    spots      = [for s in let.strategies : s if get(s, "capacity_provider") == "FARGATE_SPOT"]
    regular    = [for s in let.strategies : s if get(s, "capacity_provider") == "FARGATE"]
    launch     = upper(coalesce(self.launch_type, "EC2"))
    fargate    = length(let.strategies) > 0 ? length(let.spots) + length(let.regular) > 0 : let.launch == "FARGATE"

    tasks = coalesce(usage.tasks, max(coalesce(self.desired_count, 0), coalesce(get(refs.scaling, "min_capacity"), 0)))
    low   = usage.tasks == null ? coalesce(get(refs.scaling, "min_capacity"), let.tasks) : let.tasks
    high  = usage.tasks == null ? coalesce(get(refs.scaling, "max_capacity"), let.tasks) : let.tasks

    base     = sum([for s in let.strategies : coalesce(get(s, "base"), 0)])
    base_reg = sum([for s in let.regular : coalesce(get(s, "base"), 0)])
    weights  = sum([for s in let.strategies : coalesce(get(s, "weight"), 0)])
    weight   = sum([for s in let.regular : coalesce(get(s, "weight"), 0)])
    share    = let.weights > 0 ? let.weight / let.weights : 1
    on       = length(let.spots) == 0 ? let.tasks : min(let.tasks, let.base_reg + ceil(max(0, let.tasks - let.base) * let.share))
    on_spot  = let.tasks - let.on

    # Sizes of a task: units of 1/1024 vCPU and MiB, or text with a unit.
    cpu_text = lower(replace(tostring(get(refs.task, "cpu")), " ", ""))
    cpu      = endswith(let.cpu_text, "vcpu") ? tonumber(replace(trimsuffix(let.cpu_text, "vcpu"), "/^\\./", "0.")) : tonumber(let.cpu_text) / 1024
    mem_text = lower(replace(tostring(get(refs.task, "memory")), " ", ""))
    memory   = endswith(let.mem_text, "gb") ? tonumber(replace(trimsuffix(let.mem_text, "gb"), "/^\\./", "0.")) : tonumber(let.mem_text) / 1024

    windows = startswith(upper(get(refs.task, "runtime_platform.operating_system_family", "LINUX")), "WINDOWS")
    arch    = upper(get(refs.task, "runtime_platform.cpu_architecture", "X86_64")) == "ARM64" ? "arm64" : "x86"
    rate    = let.windows ? "windows/x86" : "linux/${let.arch}"
    scratch = max(0, coalesce(get(refs.task, "ephemeral_storage.size_in_gib"), 20) - 20)

    public = coalesce(get(self.network_configuration, "assign_public_ip"), false)
  }

  cost "vCPU" {
    when     = let.fargate
    quantity = let.on * let.cpu * let.hours
    low      = length(let.spots) > 0 ? let.on * let.cpu * let.hours : let.low * let.cpu * let.hours
    high     = length(let.spots) > 0 ? let.on * let.cpu * let.hours : let.high * let.cpu * let.hours
    unit     = "vCPU-hour"
    price    = "fargate/${let.rate}/vcpu"
  }

  cost "memory" {
    when     = let.fargate
    quantity = let.on * let.memory * let.hours
    low      = length(let.spots) > 0 ? let.on * let.memory * let.hours : let.low * let.memory * let.hours
    high     = length(let.spots) > 0 ? let.on * let.memory * let.hours : let.high * let.memory * let.hours
    unit     = "GB-hour"
    price    = "fargate/${let.rate}/memory"
  }

  cost "Windows licence" {
    when     = let.fargate && let.windows
    quantity = let.on * let.cpu * let.hours
    low      = let.low * let.cpu * let.hours
    high     = let.high * let.cpu * let.hours
    unit     = "vCPU-hour"
    price    = "fargate/windows/x86/os-license"
  }

  cost "vCPU on spot" {
    when     = let.fargate && length(let.spots) > 0
    quantity = let.on_spot * let.cpu * let.hours
    unit     = "vCPU-hour"
    price    = "fargate/${let.rate}/vcpu-spot"
  }

  cost "memory on spot" {
    when     = let.fargate && length(let.spots) > 0
    quantity = let.on_spot * let.memory * let.hours
    unit     = "GB-hour"
    price    = "fargate/${let.rate}/memory-spot"
  }

  cost "ephemeral storage" {
    when     = let.fargate && let.scratch > 0
    quantity = let.tasks * let.scratch * let.hours
    low      = let.low * let.scratch * let.hours
    high     = let.high * let.scratch * let.hours
    unit     = "GB-hour"
    price    = "fargate/ephemeral-storage"
  }

  cost "public IPv4 addresses" {
    when     = let.fargate && let.public
    quantity = let.tasks * let.hours
    low      = let.low * let.hours
    high     = let.high * let.hours
    unit     = "hour"
    price    = "vpc/public-ipv4/in-use"
  }

  cost "inference accelerator" {
    when     = let.fargate
    for_each = first(get(refs.task, "inference_accelerator"), [])
    name     = "accelerator ${get(each.value, "device_type")}"
    quantity = let.tasks * let.hours
    unit     = "hour"
    price    = "elastic-inference/${get(each.value, "device_type")}"
  }

  # A volume that ECS makes for each task, on any capacity.
  part "volume" {
    card     = "aws_ebs_volume"
    for_each = [for v in first(self.volume_configuration, []) : get(v, "managed_ebs_volume")]
    given = {
      type       = get(each.value, "volume_type", "gp3")
      size       = get(each.value, "size_in_gb")
      iops       = get(each.value, "iops")
      throughput = get(each.value, "throughput")
    }
    count = let.tasks
    low   = let.low
    high  = let.high
  }

  uses "task" {
    when       = let.fargate
    vcpu       = let.cpu
    memory_gib = let.memory
    isa        = let.arch
    vcpu_hours = let.hours
    count      = let.tasks
    low        = let.low
    high       = let.high
  }

  example "two tasks on Fargate" {
    given   = { launch_type = "FARGATE", desired_count = 2 }
    refs    = { task = { cpu = "1024", memory = "2048" } }
    want    = { vCPU = 1460, memory = 2920 }
    monthly = "72.0802"
    prices  = { "fargate/linux/x86/vcpu" = 0.04048, "fargate/linux/x86/memory" = 0.004445 }
    source  = "aws.amazon.com/fargate/pricing, us-east-1, 2025-10"
    status  = "priced"
  }

  example "ARM, sizes written as text, large scratch space, public addresses" {
    given   = { launch_type = "FARGATE", desired_count = 1, network_configuration = [{ assign_public_ip = true }] }
    refs    = { task = { cpu = ".5 vCPU", memory = "1 GB", runtime_platform = [{ cpu_architecture = "ARM64", operating_system_family = "LINUX" }], ephemeral_storage = [{ size_in_gib = 120 }] } }
    want    = { vCPU = 365, memory = 730, "ephemeral storage" = 73000, "public IPv4 addresses" = 730 }
    monthly = "26.1705"
    prices = {
      "fargate/linux/arm64/vcpu"   = 0.03238
      "fargate/linux/arm64/memory" = 0.00356
      "fargate/ephemeral-storage"  = 0.000111
      "vpc/public-ipv4/in-use"     = 0.005
    }
    source = "aws.amazon.com/fargate/pricing and aws.amazon.com/vpc/pricing, us-east-1, 2025-11"
  }

  example "Windows has a licence by the vCPU" {
    given = { launch_type = "FARGATE", desired_count = 1 }
    refs  = { task = { cpu = "2048", memory = "4096", runtime_platform = [{ operating_system_family = "WINDOWS_SERVER_2022_CORE" }] } }
    want  = { vCPU = 1460, memory = 2920, "Windows licence" = 1460 }
  }

  example "on EC2 it is free" {
    given  = { launch_type = "EC2", desired_count = 2 }
    refs   = { task = { cpu = "1024", memory = "2048" } }
    want   = {}
    status = "free"
  }

  example "launch type left out, no default of the cluster in sight" {
    given   = { launch_type = unknown, desired_count = 2 }
    omitted = ["launch_type"]
    refs    = { task = { cpu = null, memory = null } }
    want    = {}
    status  = "free"
  }

  example "the cluster's default provider is Fargate" {
    given   = { launch_type = unknown, desired_count = 1 }
    omitted = ["launch_type"]
    refs = {
      task      = { cpu = "256", memory = "512" }
      cluster   = {}
      providers = { default_capacity_provider_strategy = [{ capacity_provider = "FARGATE", base = 0, weight = 1 }] }
    }
    want = { vCPU = 182.5, memory = 365 }
  }

  example "one on Fargate, the rest by weight on spot" {
    given = {
      desired_count              = 5
      capacity_provider_strategy = [{ capacity_provider = "FARGATE", base = 1, weight = 1 }, { capacity_provider = "FARGATE_SPOT", base = 0, weight = 3 }]
    }
    refs = { task = { cpu = "1024", memory = "1024" } }
    want = { vCPU = 1460, memory = 1460 }
    gaps = ["vCPU on spot", "memory on spot"]
  }

  example "scaled between two and ten, with a volume for each task" {
    given = {
      launch_type          = "FARGATE"
      desired_count        = 1
      volume_configuration = [{ name = "data", managed_ebs_volume = [{ size_in_gb = 50, volume_type = "gp3" }] }]
    }
    refs = { task = { cpu = "1024", memory = "2048" }, scaling = { min_capacity = 2, max_capacity = 10 } }
    want = { vCPU = 1460, memory = 2920, "volume 0: storage" = 100 }
  }

  example "task definition out of sight" {
    given  = { launch_type = "FARGATE", desired_count = 1 }
    refs   = { task = unknown }
    want   = {}
    gaps   = ["vCPU", "memory", "Windows licence", "ephemeral storage", "inference accelerator"]
    status = "gap"
  }

  example "number of tasks known only after apply" {
    given  = { launch_type = "FARGATE", desired_count = unknown }
    refs   = { task = { cpu = "1024", memory = "2048" } }
    want   = {}
    gaps   = ["vCPU", "memory"]
    status = "gap"
  }
}
