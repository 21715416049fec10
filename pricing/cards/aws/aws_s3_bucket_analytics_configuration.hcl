# Storage class analysis of a bucket: objects watched.
resource "aws_s3_bucket_analytics_configuration" {
  usage "monitored_objects" {
    unit        = "objects"
    description = "objects watched"
  }

  cost "objects" {
    quantity = usage.monitored_objects / 1000000
    unit     = "1M-objects"
    price    = "s3/analytics"
  }

  uses "objects" {
    gap = "no source gives the energy of an analysis"
  }

  example "100 million" {
    given   = { bucket = unknown }
    usage   = { monitored_objects = 100000000 }
    want    = { "objects" = 100 }
    monthly = "10.00"
    prices  = { "s3/analytics" = 0.10 }
    source  = "aws.amazon.com/s3/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { bucket = "x" }
    want   = {}
    unused = ["objects"]
    status = "usage"
  }
}
