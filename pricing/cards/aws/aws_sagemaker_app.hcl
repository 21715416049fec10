# Hours of the machine an app runs on, as long as it is there. The Jupyter server
# on its own machine ("system") is free. Without a machine named here the one of
# the space, the profile or the domain counts, which is not looked up.
resource "aws_sagemaker_app" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the app is there, where that is not all 730"
  }

  let {
    given = get(self.resource_spec, "instance_type")
    type  = let.given == null ? "" : lower(let.given)
    free  = let.type == "system" || (let.type == "" && lower(self.app_type) == "jupyterserver")
  }

  cost "machine" {
    when     = !let.free
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = let.type == "" ? null : "sagemaker/studio-notebook/${let.type}"
    hint     = "the machine is said in the space, the profile or the domain"
  }

  uses "machine" {
    when    = !let.free && let.type != ""
    machine = let.type
  }

  example "a kernel, working hours" {
    given   = { app_type = "KernelGateway", resource_spec = [{ instance_type = "ml.m5.xlarge" }] }
    usage   = { monthly_hrs = 160 }
    want    = { machine = 160 }
    monthly = "36.80"
    prices  = { "sagemaker/studio-notebook/ml.m5.xlarge" = 0.23 }
    source  = "aws.amazon.com/sagemaker-ai/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "the Jupyter server" {
    given  = { app_type = "JupyterServer", resource_spec = [{ instance_type = "system" }] }
    want   = {}
    status = "free"
  }

  example "no machine named" {
    given  = { app_type = "JupyterLab", resource_spec = [] }
    want   = {}
    gaps   = ["machine"]
    status = "gap"
  }

  example "machine known only after apply" {
    given  = { app_type = "KernelGateway", resource_spec = [{ instance_type = unknown }] }
    want   = {}
    gaps   = ["machine"]
    status = "gap"
  }
}
