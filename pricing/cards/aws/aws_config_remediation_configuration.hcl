# A remediation is an automation of Systems Manager: steps it runs, wherever they
# run. Scripts in it are billed by their seconds as well.
resource "aws_config_remediation_configuration" {
  usage "monthly_steps" {
    unit        = "steps"
    description = "steps that remediations run a month"
  }
  usage "monthly_script_seconds" {
    unit        = "seconds"
    default     = null
    description = "seconds a month that scripts in them run"
  }

  cost "steps" {
    quantity = usage.monthly_steps
    unit     = "step"
    price    = "ssm/automation/step"
  }

  cost "scripts" {
    when     = usage.monthly_script_seconds != null
    quantity = usage.monthly_script_seconds
    unit     = "second"
    price    = "ssm/automation/script"
  }

  uses "automation" {
    gap = "no source gives the energy of an automation"
  }

  example "a thousand runs of three steps" {
    given   = { target_type = "SSM_DOCUMENT" }
    usage   = { monthly_steps = 3000, monthly_script_seconds = 10000 }
    want    = { steps = 3000, scripts = 10000 }
    monthly = "6.30"
    prices  = { "ssm/automation/step" = 0.002, "ssm/automation/script" = 0.00003 }
    source  = "aws.amazon.com/systems-manager/pricing, all regions, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { target_type = unknown }
    want   = {}
    unused = ["steps"]
    status = "usage"
  }
}
