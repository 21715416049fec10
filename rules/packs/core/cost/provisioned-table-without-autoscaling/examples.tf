provider "aws" {
  region = "eu-west-1"
}

variable "write_capacity" {
  type = number
}

resource "aws_dynamodb_table" "bad" {
  name           = "orders"
  hash_key       = "id"
  read_capacity  = 1000
  write_capacity = 500 # want: 1,000 read and 500 write units, fixed

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "good" {
  name         = "sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "good_scaled" {
  name           = "carts"
  hash_key       = "id"
  read_capacity  = 100
  write_capacity = 50

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_appautoscaling_target" "carts" {
  service_namespace  = "dynamodb"
  resource_id        = "table/${aws_dynamodb_table.good_scaled.name}"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 20
  max_capacity       = 400
}

resource "aws_dynamodb_table" "depends" {
  name           = "events"
  hash_key       = "id"
  read_capacity  = 10
  write_capacity = var.write_capacity # want unknown: write_capacity

  attribute {
    name = "id"
    type = "S"
  }
}
