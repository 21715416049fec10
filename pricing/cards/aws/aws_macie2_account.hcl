# Buckets watched, by the day; objects watched, where sensitive data is looked for
# all by itself; and what that search reads. Paused, it is free. Jobs are resources
# of their own.
resource "aws_macie2_account" {
  assume "status" {
    value = "ENABLED"
    why   = "on, the service's default"
  }

  usage "buckets" {
    unit        = "buckets"
    description = "buckets of the account in this region"
  }
  usage "objects" {
    unit        = "objects"
    default     = null
    description = "objects in them, where automated discovery is on"
  }
  usage "monthly_data_scanned_gb" {
    unit        = "GB"
    default     = null
    description = "data that automated discovery reads a month"
  }

  let {
    on = upper(coalesce(self.status, "ENABLED")) == "ENABLED"
  }

  cost "buckets" {
    when     = let.on
    quantity = usage.buckets * hours / 24
    unit     = "bucket-day"
    price    = "macie/bucket-day"
  }

  cost "objects" {
    when     = let.on && usage.objects != null
    quantity = usage.objects * hours / 24 / 1000000
    unit     = "1M-object-days"
    price    = "macie/object-monitoring"
  }

  cost "discovery" {
    when     = let.on && usage.monthly_data_scanned_gb != null
    quantity = usage.monthly_data_scanned_gb
    unit     = "GB"
    price    = "macie/sensitive-data"
  }

  uses "watch" {
    when = let.on
    gap  = "no source gives the energy of a scan"
  }

  example "twelve buckets, two million four hundred thousand objects" {
    given   = { status = unknown }
    omitted = ["status"]
    usage   = { buckets = 12, objects = 2400000, monthly_data_scanned_gb = 50 }
    want    = { buckets = 365, objects = 73, discovery = 50 }
    monthly = "51.44102"
    prices  = { "macie/bucket-day" = 0.003288, "macie/object-monitoring" = 0.0033, "macie/sensitive-data" = 1 }
    source  = "aws.amazon.com/macie/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "paused" {
    given  = { status = "PAUSED" }
    want   = {}
    status = "free"
  }

  example "use not given" {
    given  = { status = "ENABLED" }
    want   = {}
    unused = ["buckets"]
    status = "usage"
  }

  example "status known only after apply" {
    given  = { status = unknown }
    usage  = { buckets = 12 }
    want   = {}
    gaps   = ["buckets"]
    status = "gap"
  }
}
