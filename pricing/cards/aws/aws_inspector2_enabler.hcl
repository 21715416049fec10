# What the scanner looks at, by the kinds it is switched on for: machines and
# functions by the hour, images by the first scan and each further one. A machine
# scanned without an agent costs more.
resource "aws_inspector2_enabler" {
  usage "ec2_instances" {
    unit        = "machines"
    description = "machines scanned through their agent, on average over the month"
  }
  usage "ec2_instances_agentless" {
    unit        = "machines"
    default     = null
    description = "machines scanned without an agent, on average over the month"
  }
  usage "monthly_ecr_images" {
    unit        = "images"
    description = "images pushed, and so scanned for the first time, a month"
  }
  usage "monthly_ecr_rescans" {
    unit        = "scans"
    default     = null
    description = "scans of images a month after their first"
  }
  usage "lambda_functions" {
    unit        = "functions"
    description = "functions scanned, on average over the month"
  }

  let {
    kinds = [for k in self.resource_types : upper(k)]
  }

  cost "machines" {
    when     = contains(let.kinds, "EC2")
    quantity = usage.ec2_instances * hours
    unit     = "hour"
    price    = "inspector/ec2-instance"
  }
  cost "machines without agent" {
    when     = contains(let.kinds, "EC2") && usage.ec2_instances_agentless != null
    quantity = usage.ec2_instances_agentless * hours
    unit     = "hour"
    price    = "inspector/ec2-instance-agentless"
  }
  cost "images" {
    when     = contains(let.kinds, "ECR")
    quantity = usage.monthly_ecr_images
    unit     = "image"
    price    = "inspector/ecr-image-initial"
  }
  cost "images again" {
    when     = contains(let.kinds, "ECR") && usage.monthly_ecr_rescans != null
    quantity = usage.monthly_ecr_rescans
    unit     = "scan"
    price    = "inspector/ecr-image-rescan"
  }
  cost "functions" {
    when     = contains(let.kinds, "LAMBDA")
    quantity = usage.lambda_functions * hours
    unit     = "hour"
    price    = "inspector/lambda-standard"
  }
  cost "code of functions" {
    when     = contains(let.kinds, "LAMBDA_CODE")
    quantity = usage.lambda_functions * hours
    unit     = "hour"
    price    = "inspector/lambda-code"
  }
  cost "code repositories" {
    when     = contains(let.kinds, "CODE_REPOSITORY")
    quantity = 1
    unit     = "scan"
    price    = null
    hint     = "no source gives the price of a scan of code"
  }

  uses "scanner" {
    gap = "no source gives the energy of a scan"
  }

  example "machines and images" {
    given   = { resource_types = ["EC2", "ECR"] }
    usage   = { ec2_instances = 10, ec2_instances_agentless = 2, monthly_ecr_images = 100, monthly_ecr_rescans = 1000 }
    want    = { machines = 7300, "machines without agent" = 1460, images = 100, "images again" = 1000 }
    monthly = "35.2498"
    prices = {
      "inspector/ec2-instance"           = 0.00174
      "inspector/ec2-instance-agentless" = 0.00243
      "inspector/ecr-image-initial"      = 0.09
      "inspector/ecr-image-rescan"       = 0.01
    }
    source = "aws.amazon.com/inspector/pricing, us-east-1, 2025-06"
    status = "priced"
  }

  example "functions and their code" {
    given   = { resource_types = ["LAMBDA", "LAMBDA_CODE"] }
    usage   = { lambda_functions = 10 }
    want    = { functions = 7300, "code of functions" = 7300 }
    monthly = "9.1761"
    prices  = { "inspector/lambda-standard" = 0.000417, "inspector/lambda-code" = 0.00084 }
    source  = "aws.amazon.com/inspector/pricing, us-east-1, 2025-06"
  }

  example "code repositories have no known price" {
    given  = { resource_types = ["CODE_REPOSITORY"] }
    want   = {}
    gaps   = ["code repositories"]
    status = "gap"
  }

  example "kinds known only after apply" {
    given  = { resource_types = unknown }
    want   = {}
    gaps   = ["machines", "images", "functions", "code of functions", "code repositories"]
    status = "gap"
  }
}
