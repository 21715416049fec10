# A domain is free but for the homes of its users, which it keeps on a file system
# it makes. Apps are billed by the machine they run on.
resource "aws_sagemaker_domain" {
  usage "home_storage_gb" {
    unit        = "GB"
    description = "homes of all users of the domain"
  }

  cost "homes" {
    quantity = usage.home_storage_gb
    unit     = "GB-month"
    price    = "efs/storage/standard"
  }

  uses "homes" {
    storage   = "efs"
    selector  = "standard"
    gigabytes = usage.home_storage_gb
  }

  example "a hundred gigabytes" {
    given   = { domain_name = "team" }
    usage   = { home_storage_gb = 100 }
    want    = { homes = 100 }
    monthly = "30.00"
    prices  = { "efs/storage/standard" = 0.30 }
    source  = "aws.amazon.com/efs/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { domain_name = unknown }
    want   = {}
    unused = ["homes"]
    status = "usage"
  }
}
