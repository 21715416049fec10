provider "aws" {
  region = "eu-west-1"
}

variable "days" {
  type = number
}

resource "aws_s3_bucket" "logs" {
  bucket = "shop-access"
}

resource "aws_s3_bucket_lifecycle_configuration" "bad" {
  bucket = aws_s3_bucket.logs.id

  rule {
    id     = "old"
    status = "Enabled"

    transition {
      days          = 30
      storage_class = "GLACIER" # want: moved to GLACIER after 30 days and deleted after 60
    }

    expiration {
      days = 60
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "good" {
  bucket = aws_s3_bucket.logs.id

  rule {
    id     = "old"
    status = "Enabled"

    transition {
      days          = 30
      storage_class = "GLACIER_IR"
    }

    expiration {
      days = 400
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "depends" {
  bucket = aws_s3_bucket.logs.id

  rule {
    id     = "old"
    status = "Enabled"

    transition {
      days          = 30
      storage_class = "GLACIER"
    }

    expiration {
      days = var.days # want unknown: expiration
    }
  }
}
