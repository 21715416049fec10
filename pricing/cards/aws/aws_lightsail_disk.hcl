# A Lightsail disk: gigabytes of its size, attached or not.
resource "aws_lightsail_disk" {
  cost "storage" {
    quantity = self.size_in_gb
    unit     = "GB-month"
    price    = "lightsail/disk"
  }

  uses "storage" {
    storage   = "ebs"
    selector  = "gp2"
    gigabytes = self.size_in_gb
  }

  example "64 GB" {
    given   = { size_in_gb = 64, availability_zone = "us-east-1a" }
    want    = { storage = 64 }
    monthly = "6.40"
    prices  = { "lightsail/disk" = 0.10 }
    source  = "aws.amazon.com/lightsail/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "size known only after apply" {
    given  = { size_in_gb = unknown }
    want   = {}
    gaps   = ["storage"]
    status = "gap"
  }
}
