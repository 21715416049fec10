# Capacity bought by the hour, in a test environment.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "test" }
  }
}

provider "google" {
  region = "europe-west1"

  default_labels = { environment = "test" }
}

variable "units" {
  type = number
}

resource "aws_dynamodb_table" "launch" {
  # want: 2,000 read units; the cap in non-production is 50
  name           = "launch"
  hash_key       = "id"
  read_capacity  = 2000
  write_capacity = 20

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_redshiftserverless_workgroup" "reports" {
  # want: 128 RPUs to start with; the cap in non-production is 32
  namespace_name = "reports"
  workgroup_name = "reports"
}

resource "aws_appautoscaling_target" "orders" {
  # want: 500 units at least
  service_namespace  = "dynamodb"
  resource_id        = "table/orders"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 500
  max_capacity       = 4000
}

resource "google_spanner_instance" "ledger" {
  # want: 3 nodes; the cap in non-production is 1
  config       = "regional-europe-west1"
  display_name = "ledger"
  num_nodes    = 3
}

resource "aws_redshiftserverless_workgroup" "later" {
  # want unknown: RPUs to start with
  namespace_name = "later"
  workgroup_name = "later"
  base_capacity  = var.units
}

resource "aws_redshiftserverless_workgroup" "good" {
  namespace_name = "good"
  workgroup_name = "good"
  base_capacity  = 8
}

# Billed by the request; the figures have no effect.
resource "aws_dynamodb_table" "good" {
  name         = "good"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "google_spanner_instance" "good" {
  config           = "regional-europe-west1"
  display_name     = "good"
  processing_units = 100
}
