provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  project = "example-shop"
  region  = "europe-west1"
}

variable "versioned" {
  type = bool
}

resource "aws_s3_bucket" "bad" {
  bucket = "example-uploads" # want: versioned, and nothing expires versions that are no longer current
}

resource "aws_s3_bucket_versioning" "bad" {
  bucket = aws_s3_bucket.bad.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "good" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_versioning" "good" {
  bucket = aws_s3_bucket.good.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "good" {
  bucket = aws_s3_bucket.good.id

  rule {
    id     = "versions"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 30
    }
  }
}

resource "google_storage_bucket" "depends" {
  name     = "example-shop-exports"
  location = "EUROPE-WEST1"

  versioning {
    enabled = var.versioned # want unknown: versioning
  }
}
