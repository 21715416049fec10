# A table exported to a bucket: a fee by gigabyte, each time it is done.
resource "aws_dynamodb_table_export" {
  usage "monthly_exported_gb" {
    unit        = "GB"
    description = "size of the table at each export, added up over a month"
  }

  cost "export" {
    quantity = usage.monthly_exported_gb
    unit     = "GB"
    price    = "dynamodb/export-s3"
  }

  uses "export" {
    gap = "no source gives the energy of an export"
  }

  example "100 GB a month" {
    given   = { table_arn = unknown }
    usage   = { monthly_exported_gb = 100 }
    want    = { "export" = 100 }
    monthly = "10.00"
    prices  = { "dynamodb/export-s3" = 0.10 }
    source  = "aws.amazon.com/dynamodb/pricing, us-east-1, 2025-08"
    status  = "priced"
  }

  example "use not given" {
    given  = { table_arn = "x" }
    want   = {}
    unused = ["export"]
    status = "usage"
  }
}
