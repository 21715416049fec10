# What one query, or one bad day, may cost at most.
provider "aws" {
  region = "eu-west-1"
}

variable "cutoff" {
  type = number
}

resource "aws_athena_workgroup" "analysts" {
  # want: a query may read any amount; 1 TB should do
  name = "analysts"
}

resource "aws_redshiftserverless_workgroup" "reports" {
  # want: neither a maximum of RPUs nor a usage limit
  namespace_name = "reports"
  workgroup_name = "reports"
  base_capacity  = 16
}

resource "google_bigquery_reservation" "reports" {
  # want: scales to 5,000 slots; the cap in production is 2,000
  name          = "reports"
  location      = "EU"
  edition       = "STANDARD"
  slot_capacity = 0

  autoscale {
    max_slots = 5000
  }
}

resource "aws_athena_workgroup" "later" {
  # want unknown: a query may read any amount
  name = "later"

  configuration {
    bytes_scanned_cutoff_per_query = var.cutoff
  }
}

resource "aws_athena_workgroup" "good" {
  name = "good"

  configuration {
    bytes_scanned_cutoff_per_query = 200 * 1024 * 1024 * 1024
  }
}

resource "aws_redshiftserverless_workgroup" "good" {
  namespace_name = "good"
  workgroup_name = "good"
  base_capacity  = 8
}

resource "aws_redshiftserverless_usage_limit" "good" {
  resource_arn  = aws_redshiftserverless_workgroup.good.arn
  usage_type    = "serverless-compute"
  amount        = 200
  breach_action = "deactivate"
}

# Asked about only where the configuration says so.
resource "aws_dynamodb_table" "good" {
  name         = "good"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}
