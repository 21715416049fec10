# What a function is packed in. That images are asked for is set in .iaclint.hcl.
provider "aws" {
  region = "eu-west-1"
}

variable "package_type" {
  description = "Image or Zip."
  type        = string
}

resource "aws_lambda_function" "bad" {
  # want: a zip file for the provider's python3.13, not an image
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "python3.13"
  handler       = "orders.handle"
  filename      = "orders.zip"
  architectures = ["arm64"]
}

resource "aws_lambda_function" "good" {
  function_name = "quotes"
  role          = "arn:aws:iam::123456789012:role/quotes"
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/quotes:3"
  architectures = ["arm64"]
}

resource "aws_lambda_function" "open" {
  function_name = "visits"
  role          = "arn:aws:iam::123456789012:role/visits"
  package_type  = var.package_type # want unknown: not an image
  architectures = ["arm64"]
}
