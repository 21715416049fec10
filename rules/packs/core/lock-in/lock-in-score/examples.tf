# Enough services for the score to mean something.
# want: limit 60
provider "aws" {
  region = "eu-west-1"
}

resource "aws_dynamodb_table" "bad" {
  for_each = toset(["orders", "customers", "invoices"])

  name           = each.value
  billing_mode   = "PROVISIONED"
  hash_key       = "id"
  read_capacity  = 200
  write_capacity = 100

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_sfn_state_machine" "bad" {
  for_each = toset(["settle", "refund"])

  name     = each.value
  role_arn = "arn:aws:iam::123456789012:role/flows"

  definition = jsonencode({
    StartAt = "Wait"
    States  = { Wait = { Type = "Wait", Seconds = 60, End = true } }
  })
}

resource "aws_db_instance" "good" {
  identifier                  = "reports"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "owner"
  manage_master_user_password = true
}
