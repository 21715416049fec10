# Nothing to say of source: it judges what a change brings, and source has no before.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_dynamodb_table" "good" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}
