provider "aws" {
  region = "eu-west-1"
}


resource "aws_cloudtrail" "account" {
  name                  = "account"
  s3_bucket_name        = "trails"
  is_multi_region_trail = true
}

resource "aws_cloudtrail" "bad" {
  # want: records the management events that aws_cloudtrail.account records
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
