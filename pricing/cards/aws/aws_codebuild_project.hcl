# Minutes of builds, by kind and size of the machine. On Lambda they are billed
# by the second. Builds on a fleet of reserved machines are billed there. The
# hundred minutes an account has free are not deducted.
resource "aws_codebuild_project" {
  usage "monthly_build_mins" {
    unit        = "minutes"
    description = "minutes of builds a month"
  }

  let {
    type    = upper(get(self.environment, "type"))
    size    = upper(get(self.environment, "compute_type"))
    fleet   = length(get(self.environment, "fleet", [])) > 0
    lambda  = endswith(let.type, "LAMBDA_CONTAINER")
    windows = startswith(let.type, "WINDOWS")
    arm     = startswith(let.type, "ARM")
    gpu     = startswith(let.type, "LINUX_GPU")
    kind    = let.lambda ? (let.arm ? "lambda-arm/" : "lambda-x86-64/") : let.windows ? "windows/general1." : let.arm ? "linux/arm1." : let.gpu ? "linux/gpu1." : "linux/general1."
    scale   = lower(element(split("_", let.size), length(split("_", let.size)) - 1))
  }

  cost "builds" {
    when     = !let.fleet && !let.lambda
    quantity = usage.monthly_build_mins
    unit     = "minute"
    price    = "codebuild/${let.kind}${let.scale}"
  }

  cost "builds on Lambda" {
    when     = !let.fleet && let.lambda
    quantity = usage.monthly_build_mins * 60
    unit     = "second"
    price    = "codebuild/${let.kind}${let.scale}"
  }

  uses "builds" {
    when = !let.fleet
    gap  = "no source says what a build machine is"
  }

  example "a small machine with Linux" {
    given   = { environment = [{ type = "LINUX_CONTAINER", compute_type = "BUILD_GENERAL1_SMALL", image = "aws/codebuild/standard:7.0" }] }
    usage   = { monthly_build_mins = 1000 }
    want    = { builds = 1000 }
    monthly = "5.00"
    prices  = { "codebuild/linux/general1.small" = 0.005 }
    source  = "aws.amazon.com/codebuild/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "Arm" {
    given   = { environment = [{ type = "ARM_CONTAINER", compute_type = "BUILD_GENERAL1_LARGE" }] }
    usage   = { monthly_build_mins = 1000 }
    want    = { builds = 1000 }
    monthly = "15.00"
    prices  = { "codebuild/linux/arm1.large" = 0.015 }
    source  = "aws.amazon.com/codebuild/pricing, us-east-1, 2025-06"
  }

  example "Windows" {
    given   = { environment = [{ type = "WINDOWS_SERVER_2022_CONTAINER", compute_type = "BUILD_GENERAL1_MEDIUM" }] }
    usage   = { monthly_build_mins = 1000 }
    want    = { builds = 1000 }
    monthly = "18.00"
    prices  = { "codebuild/windows/general1.medium" = 0.018 }
    source  = "aws.amazon.com/codebuild/pricing, us-east-1, 2025-06"
  }

  example "on Lambda, by the second" {
    given   = { environment = [{ type = "ARM_LAMBDA_CONTAINER", compute_type = "BUILD_LAMBDA_2GB" }] }
    usage   = { monthly_build_mins = 100 }
    want    = { "builds on Lambda" = 6000 }
    monthly = "0.12"
    prices  = { "codebuild/lambda-arm/2gb" = 0.00002 }
    source  = "aws.amazon.com/codebuild/pricing, us-east-1, 2025-06"
  }

  example "on a fleet" {
    given  = { environment = [{ type = "LINUX_CONTAINER", compute_type = "BUILD_GENERAL1_SMALL", fleet = [{ fleet_arn = unknown }] }] }
    want   = {}
    status = "free"
  }

  example "use not given" {
    given  = { environment = [{ type = "LINUX_CONTAINER", compute_type = "BUILD_GENERAL1_SMALL" }] }
    want   = {}
    unused = ["builds"]
    status = "usage"
  }

  example "size known only after apply" {
    given  = { environment = [{ type = "LINUX_CONTAINER", compute_type = unknown }] }
    usage  = { monthly_build_mins = 100 }
    want   = {}
    gaps   = ["builds"]
    status = "gap"
  }
}
