# Audit data has to be kept for seven years here, and orders for ninety days.
provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  project = "shop"
}

variable "days" {
  type = number
}

resource "aws_cloudwatch_log_group" "audit" {
  # want: audit data is deleted after 400 days; it has to be kept for 2,555 days
  name              = "audit"
  retention_in_days = 400
  tags              = { data-class = "audit" }
}

resource "aws_s3_bucket" "orders" {
  bucket = "orders-4711"
  tags   = { data-class = "orders" }
}

resource "aws_s3_bucket_lifecycle_configuration" "orders" {
  # want: orders data is deleted after 30 days; it has to be kept for 90 days
  bucket = aws_s3_bucket.orders.id

  rule {
    id     = "expire"
    status = "Enabled"

    expiration {
      days = 30
    }
  }
}

resource "google_storage_bucket" "orders" {
  # want: orders data is deleted after 60 days
  name     = "orders-4711"
  location = "EU"
  labels   = { data-class = "orders" }

  lifecycle_rule {
    action {
      type = "Delete"
    }

    condition {
      age = 60
    }
  }
}

resource "aws_cloudwatch_log_group" "later" {
  # want unknown: retention_in_days is not known
  name              = "later"
  retention_in_days = var.days
  tags              = { data-class = "audit" }
}

resource "aws_cloudwatch_log_group" "good" {
  name              = "good"
  retention_in_days = 2557
  tags              = { data-class = "audit" }
}

# Of no class that has a floor.
resource "aws_cloudwatch_log_group" "good_debug" {
  name              = "good-debug"
  retention_in_days = 14
}
