provider "aws" {
  region = "eu-west-1"
}

variable "clean" {
  type = string
}

resource "aws_s3_bucket_lifecycle_configuration" "bad" {
  bucket = "example-uploads" # want: no rule removes unfinished uploads; after 7 days they can go

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = 365
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "good" {
  bucket = "example-reports"

  rule {
    id     = "clean"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "depends" {
  bucket = "example-exports"

  rule {
    id     = "clean"
    status = var.clean # want unknown: no rule removes unfinished uploads

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}
