# Whether data can be taken out on the day of leaving.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "production" }
  }
}

variable "recovery" {
  description = "Whether tables can be restored to any second."
  type        = bool
}

resource "aws_dynamodb_table" "bad" {
  # want: no point-in-time recovery, without which a table cannot be exported
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "good" {
  name         = "carts"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
  }
}

resource "aws_dynamodb_table" "open" {
  # want unknown: without which a table cannot be exported
  name         = "visits"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = var.recovery
  }
}

# Outside of production nobody has to leave.
resource "aws_dynamodb_table" "good_staging" {
  name         = "orders-staging"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags         = { environment = "staging" }

  attribute {
    name = "id"
    type = "S"
  }
}
