provider "aws" {
  region = "eu-west-1"
}

variable "management" {
  type = bool
}

resource "aws_cloudtrail" "account" {
  name                  = "account"
  s3_bucket_name        = "trails"
  is_multi_region_trail = true
}

resource "aws_cloudtrail" "bad" {
  # want: records management events that another trail records
  name           = "team"
  s3_bucket_name = "trails-of-the-team"

  event_selector {
    include_management_events = true

    # want: data events of every bucket
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

resource "aws_cloudtrail" "good" {
  name           = "ledger"
  s3_bucket_name = "trails-of-the-ledger"

  event_selector {
    include_management_events = false

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::ledger/"]
    }
  }
}

resource "aws_cloudtrail" "depends" {
  name           = "orders"
  s3_bucket_name = "trails-of-the-orders"

  event_selector {
    include_management_events = var.management # want unknown: records management events
  }
}
