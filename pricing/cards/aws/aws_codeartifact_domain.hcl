# Packages kept, by the gigabyte, and requests for them. They are kept once for
# all repositories of a domain. What an account has free is not deducted.
resource "aws_codeartifact_domain" {
  usage "storage_gb" {
    unit        = "GB"
    description = "packages kept in the domain"
  }
  usage "monthly_requests" {
    unit        = "requests"
    description = "requests to all repositories of the domain a month"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "codeartifact/storage"
  }

  cost "requests" {
    quantity = usage.monthly_requests / 10000
    unit     = "10k-requests"
    price    = "codeartifact/requests"
  }

  uses "packages" {
    gap = "no source says on what packages are kept"
  }

  example "twenty gigabytes" {
    given   = { domain = "shop" }
    usage   = { storage_gb = 20, monthly_requests = 1000000 }
    want    = { storage = 20, requests = 100 }
    monthly = "6.00"
    prices  = { "codeartifact/storage" = 0.05, "codeartifact/requests" = 0.05 }
    source  = "aws.amazon.com/codeartifact/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "use not given" {
    given  = { domain = unknown }
    want   = {}
    unused = ["storage", "requests"]
    status = "usage"
  }
}
