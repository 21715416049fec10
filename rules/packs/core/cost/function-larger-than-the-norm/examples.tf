provider "aws" {
  region = "eu-west-1"
}

variable "memory" {
  type = number
}

resource "aws_lambda_function" "bad" {
  function_name = "thumbnails"
  role          = "arn:aws:iam::123456789012:role/thumbnails"
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/thumbnails:1"
  memory_size   = 8192 # want: 8,192 MB of memory; the cap is 1,769
  timeout       = 900  # want: a call may take 900 seconds; the cap is 300
}

resource "aws_lambda_function" "good" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1"
  memory_size   = 512
  timeout       = 10
}

resource "aws_lambda_function" "depends" {
  function_name = "reports"
  role          = "arn:aws:iam::123456789012:role/reports"
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/reports:1"
  memory_size   = var.memory # want unknown: memory_size
  timeout       = 10
}
