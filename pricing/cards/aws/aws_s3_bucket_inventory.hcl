# An inventory of a bucket: objects listed, each time it is made. The files it
# writes are storage of the bucket they are in.
resource "aws_s3_bucket_inventory" {
  usage "monthly_objects_listed" {
    unit        = "objects"
    description = "objects listed a month, each inventory counted"
  }

  cost "objects listed" {
    quantity = usage.monthly_objects_listed / 1000000
    unit     = "1M-objects"
    price    = "s3/inventory"
  }

  uses "objects listed" {
    gap = "no source gives the energy of an inventory"
  }

  example "100 million" {
    given   = { bucket = unknown }
    usage   = { monthly_objects_listed = 100000000 }
    want    = { "objects listed" = 100 }
    monthly = "0.25"
    prices  = { "s3/inventory" = 0.0025 }
    source  = "aws.amazon.com/s3/pricing, us-east-1, 2025-10"
    status  = "priced"
  }

  example "use not given" {
    given  = { bucket = "x" }
    want   = {}
    unused = ["objects listed"]
    status = "usage"
  }
}
