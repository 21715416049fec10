# Functions, tasks and builds run on x86 unless asked.
provider "aws" {
  region = "eu-west-1"
}

locals {
  role = "arn:aws:iam::123456789012:role/payments"
}

variable "architecture" {
  description = "x86_64 or arm64."
  type        = string
}

resource "aws_lambda_function" "bad" {
  function_name = "invoices"
  role          = local.role
  handler       = "main.handle"
  runtime       = "python3.12"
  filename      = "invoices.zip"
  architectures = ["x86_64"] # want: runs on x86; arm64 does the same for less
}

resource "aws_ecs_task_definition" "bad" {
  # want: Fargate runs it on x86; arm64 does the same for less
  family                   = "api"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "512"
  memory                   = "1024"
  container_definitions    = jsonencode([{ name = "api", image = "api:1.4.2" }])
}

resource "aws_lambda_function" "good" {
  function_name = "receipts"
  role          = local.role
  handler       = "main.handle"
  runtime       = "python3.12"
  filename      = "receipts.zip"
  architectures = ["arm64"]
}

# There never was an arm64 of this runtime.
resource "aws_lambda_function" "good_old" {
  function_name = "legacy"
  role          = local.role
  handler       = "main.handle"
  runtime       = "python3.7"
  filename      = "legacy.zip"
  architectures = ["x86_64"]
}

resource "aws_lambda_function" "open" {
  function_name = "drafts"
  role          = local.role
  handler       = "main.handle"
  runtime       = "python3.12"
  filename      = "drafts.zip"
  architectures = [var.architecture] # want unknown: architectures
}
