# A workgroup of Redshift Serverless: RPU-hours while queries run, and managed
# storage of its namespace. Nothing is billed while it is idle: base_capacity is
# what it runs on, max_capacity what it may grow to. Spectrum and concurrency
# scaling are included.
resource "aws_redshiftserverless_workgroup" {
  assume "base_capacity" {
    value = 128
    why   = "128 RPU, the default"
  }

  usage "monthly_active_hrs" {
    unit        = "hours"
    description = "hours a month in which queries run"
  }
  usage "managed_storage_gb" {
    unit        = "GB"
    description = "data of the namespace"
  }

  cost "compute" {
    quantity = self.base_capacity * usage.monthly_active_hrs
    high     = coalesce(self.max_capacity, self.base_capacity) * usage.monthly_active_hrs
    unit     = "RPU-hour"
    price    = "redshift/serverless/rpu"
  }

  cost "managed storage" {
    quantity = usage.managed_storage_gb
    unit     = "GB-month"
    price    = "redshift/managed-storage"
  }

  uses "compute" {
    gap = "what a Redshift processing unit occupies is not published"
  }
  uses "managed storage" {
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.managed_storage_gb
  }

  example "32 RPU for 100 hours" {
    given   = { base_capacity = 32 }
    usage   = { monthly_active_hrs = 100, managed_storage_gb = 500 }
    want    = { compute = 3200, "managed storage" = 500 }
    monthly = "1212.00"
    prices  = { "redshift/serverless/rpu" = 0.375, "redshift/managed-storage" = 0.024 }
    source  = "aws.amazon.com/redshift/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "capacity left out" {
    given   = { base_capacity = unknown }
    omitted = ["base_capacity"]
    usage   = { monthly_active_hrs = 10, managed_storage_gb = 0 }
    want    = { compute = 1280, "managed storage" = 0 }
  }

  example "no use given" {
    given  = { base_capacity = 32 }
    want   = {}
    unused = ["compute", "managed storage"]
    status = "usage"
  }

  example "capacity known only after apply" {
    given  = { base_capacity = unknown }
    usage  = { monthly_active_hrs = 10, managed_storage_gb = 0 }
    want   = { "managed storage" = 0 }
    gaps   = ["compute"]
    status = "partial"
  }
}
