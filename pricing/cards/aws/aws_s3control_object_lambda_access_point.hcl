# An Object Lambda access point: gigabytes it returns. The function and the
# requests to the bucket are billed themselves.
resource "aws_s3control_object_lambda_access_point" {
  usage "monthly_data_returned_gb" {
    unit        = "GB"
    description = "data it returns a month"
  }

  cost "data returned" {
    quantity = usage.monthly_data_returned_gb
    unit     = "GB"
    price    = "s3/object-lambda/returned"
  }

  uses "data returned" {
    gap = "no source gives the energy of an access point"
  }

  example "1,000 GB" {
    given   = { account_id = unknown }
    usage   = { monthly_data_returned_gb = 1000 }
    want    = { "data returned" = 1000 }
    monthly = "5.00"
    prices  = { "s3/object-lambda/returned" = 0.005 }
    source  = "aws.amazon.com/s3/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { account_id = "x" }
    want   = {}
    unused = ["data returned"]
    status = "usage"
  }
}
