# An App Runner service: memory of the instances that are kept ready, and vCPU
# and memory of those that handle requests, for the hours they do. An instance
# is billed one way or the other. Automatic deployments have a monthly fee, on
# by default; builds from source are billed by the minute.
resource "aws_apprunner_service" {
  assume "instance_configuration" {
    why = "not configured: 1 vCPU and 2 GB, the default"
  }
  assume "instance_configuration.cpu" {
    value = "1024"
    why   = "1 vCPU, the default"
  }
  assume "instance_configuration.memory" {
    value = "2048"
    why   = "2 GB, the default"
  }
  assume "auto_scaling_configuration_arn" {
    why = "the default: at least one instance"
  }

  ref "scaling" {
    path  = "auto_scaling_configuration_arn"
    types = ["aws_apprunner_auto_scaling_configuration_version"]

    assume "min_size" {
      value = 1
      why   = "1, the default"
    }
  }

  usage "monthly_active_instance_hrs" {
    unit        = "hours"
    default     = null
    description = "instance-hours a month in which requests are handled"
  }
  usage "monthly_build_minutes" {
    unit        = "minutes"
    default     = null
    description = "minutes a month of building from source"
  }

  let {
    cpu_text    = lower(replace(tostring(get(self.instance_configuration, "cpu", "1024")), " ", ""))
    cpu         = endswith(let.cpu_text, "vcpu") ? tonumber(trimsuffix(let.cpu_text, "vcpu")) : tonumber(let.cpu_text) / 1024
    memory_text = lower(replace(tostring(get(self.instance_configuration, "memory", "2048")), " ", ""))
    memory      = endswith(let.memory_text, "gb") ? tonumber(trimsuffix(let.memory_text, "gb")) : tonumber(let.memory_text) / 1024
    ready       = get(refs.scaling, "min_size", 1) * hours
    active      = usage.monthly_active_instance_hrs
    source      = get(self.source_configuration, "image_repository", [])
    code        = length(get(self.source_configuration, "code_repository", [])) > 0
  }

  cost "memory kept ready" {
    quantity = let.memory * (let.active == null ? let.ready : max(0, let.ready - let.active))
    unit     = "GB-hour"
    price    = "apprunner/provisioned/memory"
  }

  cost "active vCPU" {
    quantity = let.active == null ? null : let.cpu * let.active
    unit     = "vCPU-hour"
    price    = "apprunner/active/vcpu"
  }

  cost "active memory" {
    quantity = let.active == null ? null : let.memory * let.active
    unit     = "GB-hour"
    price    = "apprunner/active/memory"
  }

  cost "automatic deployment" {
    when     = get(self.source_configuration, "auto_deployments_enabled", true)
    quantity = 1
    unit     = "app-month"
    price    = "apprunner/automatic-deployment"
  }

  cost "builds" {
    when     = let.code && usage.monthly_build_minutes != null
    quantity = usage.monthly_build_minutes
    unit     = "minute"
    price    = "apprunner/build"
  }

  uses "ready" {
    vcpu       = let.cpu
    memory_gib = let.memory
    vcpu_hours = let.active == null ? let.ready : max(let.ready, let.active)
  }

  example "one instance, active for 100 hours" {
    given = {
      instance_configuration         = unknown
      auto_scaling_configuration_arn = unknown
      source_configuration           = [{ auto_deployments_enabled = false, image_repository = [{ image_identifier = "i" }] }]
    }
    omitted = ["instance_configuration", "auto_scaling_configuration_arn"]
    usage   = { monthly_active_instance_hrs = 100 }
    want    = { "memory kept ready" = 1260, "active vCPU" = 100, "active memory" = 200 }
    monthly = "16.62"
    prices  = { "apprunner/provisioned/memory" = 0.007, "apprunner/active/vcpu" = 0.064, "apprunner/active/memory" = 0.007 }
    source  = "aws.amazon.com/apprunner/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "two kept ready, built from source" {
    given = {
      instance_configuration         = [{ cpu = "2 vCPU", memory = "4 GB" }]
      auto_scaling_configuration_arn = unknown
      source_configuration           = [{ code_repository = [{ repository_url = "u" }] }]
    }
    refs   = { scaling = { min_size = 2 } }
    usage  = { monthly_build_minutes = 60 }
    want   = { "memory kept ready" = 5840, "automatic deployment" = 1, builds = 60 }
    unused = ["active vCPU", "active memory"]
    prices = { "apprunner/automatic-deployment" = 1, "apprunner/build" = 0.005 }
  }

  example "size known only after apply" {
    given  = { instance_configuration = [{ cpu = unknown, memory = unknown }], source_configuration = [{ auto_deployments_enabled = false }] }
    usage  = { monthly_active_instance_hrs = 10 }
    want   = {}
    gaps   = ["memory kept ready", "active vCPU", "active memory"]
    status = "gap"
  }
}
