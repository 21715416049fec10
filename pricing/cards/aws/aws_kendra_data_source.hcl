# Hours in which the connector reads its source. One of one's own (CUSTOM) puts
# documents in by itself and is free. Documents it scans are billed too, at a price
# that is not known here.
resource "aws_kendra_data_source" {
  usage "monthly_sync_hrs" {
    unit        = "hours"
    description = "hours a month that the connector reads its source"
  }

  cost "connector" {
    when     = upper(self.type) != "CUSTOM"
    quantity = usage.monthly_sync_hrs
    unit     = "hour"
    price    = "kendra/connector"
  }

  uses "connector" {
    gap = "no source says what a connector runs on"
  }

  example "an hour a day" {
    given   = { type = "S3" }
    usage   = { monthly_sync_hrs = 30 }
    want    = { connector = 30 }
    monthly = "10.50"
    prices  = { "kendra/connector" = 0.35 }
    source  = "aws.amazon.com/kendra/pricing, us-east-1, 2025-03"
    status  = "priced"
  }

  example "of one's own" {
    given  = { type = "CUSTOM" }
    want   = {}
    status = "free"
  }

  example "use not given" {
    given  = { type = "S3" }
    want   = {}
    unused = ["connector"]
    status = "usage"
  }
}
