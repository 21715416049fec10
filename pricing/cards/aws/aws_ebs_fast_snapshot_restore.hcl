# Fast restore of a snapshot in a zone: hours of it, whether anything is
# restored or not. Its price is known in one region only.
resource "aws_ebs_fast_snapshot_restore" {
  cost "fast restore" {
    quantity = hours
    unit     = "DSU-hour"
    price    = "ebs/fast-snapshot-restore"
  }

  uses "fast restore" {
    gap = "what it occupies is not published"
  }

  example "in one zone" {
    given   = { availability_zone = "us-east-1a", snapshot_id = unknown }
    want    = { "fast restore" = 730 }
    monthly = "547.50"
    prices  = { "ebs/fast-snapshot-restore" = 0.75 }
    source  = "aws.amazon.com/ebs/pricing, us-east-1, 2024-07"
    status  = "priced"
  }

  example "a region without a known price" {
    region = "eu-west-1"
    given  = { availability_zone = "eu-west-1a", snapshot_id = "snap-1" }
    want   = {}
    gaps   = ["fast restore"]
    status = "gap"
  }
}
