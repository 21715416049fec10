# What is open, what is not, and what hangs on an argument.
provider "aws" {
  region = "eu-west-1"
}

variable "package_type" {
  description = "Image or Zip."
  type        = string
}

resource "aws_dynamodb_table" "bad" {
  # want: is grade 4 of 4
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_db_instance" "good" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "owner"
  manage_master_user_password = true
}

# Nobody chooses it: it comes with the cloud.
resource "aws_iam_role" "good" {
  name               = "orders"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_lambda_function" "open" {
  function_name = "orders"
  role          = aws_iam_role.good.arn
  package_type  = var.package_type # want unknown: at most
  memory_size   = 512
}
