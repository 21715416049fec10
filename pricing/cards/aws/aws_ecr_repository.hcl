# An image repository: gigabytes of images kept. Without a lifecycle policy
# every image pushed stays, and is billed. Pulling from other regions and the
# internet is data transfer; enhanced scanning is billed by Inspector.
resource "aws_ecr_repository" {
  usage "storage_gb" {
    unit        = "GB"
    description = "images kept, compressed; layers that images share count once"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "ecr/storage"
  }

  uses "storage" {
    storage   = "ecr"
    selector  = "*"
    gigabytes = usage.storage_gb
  }

  example "fifty gigabytes" {
    given   = { name = "app" }
    usage   = { storage_gb = 50 }
    want    = { storage = 50 }
    monthly = "5.00"
    prices  = { "ecr/storage" = 0.10 }
    source  = "aws.amazon.com/ecr/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
