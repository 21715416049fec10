# Buckets, and the rules that move or expire what lies in them.
provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  project = "example-archive"
  region  = "europe-west4"
}

variable "automatic" {
  type = bool
}

resource "aws_s3_bucket" "exports" {
  # want: no lifecycle rule: objects stay in their class, and stay for ever
  bucket = "example-exports"
}

resource "google_storage_bucket" "exports" {
  # want: no lifecycle rule
  name     = "example-exports"
  location = "EUROPE-WEST4"
}

resource "google_storage_bucket" "reports" {
  # want unknown: no lifecycle rule
  name     = "example-reports"
  location = "EUROPE-WEST4"

  autoclass {
    enabled = var.automatic
  }
}

resource "aws_s3_bucket" "good" {
  bucket = "example-good"
}

resource "aws_s3_bucket_lifecycle_configuration" "good" {
  bucket = aws_s3_bucket.good.id

  rule {
    id     = "age"
    status = "Enabled"

    filter {}

    transition {
      days          = 30
      storage_class = "STANDARD_IA"
    }

    expiration {
      days = 365
    }
  }
}

resource "google_storage_bucket" "good" {
  name     = "example-good"
  location = "EUROPE-WEST4"

  lifecycle_rule {
    action {
      type = "Delete"
    }

    condition {
      age = 90
    }
  }
}
