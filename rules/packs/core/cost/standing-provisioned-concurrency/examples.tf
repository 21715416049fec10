# Functions that are kept ready.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_lambda_function" "checkout" {
  function_name = "checkout"
  role          = "arn:aws:iam::123456789012:role/checkout"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  filename      = "checkout.zip"
  publish       = true
}

resource "aws_lambda_alias" "live" {
  # want: 20 executions kept ready round the clock, and nothing lowers that
  name             = "live"
  function_name    = aws_lambda_function.checkout.function_name
  function_version = "1"
}

resource "aws_lambda_provisioned_concurrency_config" "live" {
  function_name                     = aws_lambda_function.checkout.function_name
  qualifier                         = aws_lambda_alias.live.name
  provisioned_concurrent_executions = 20
}

resource "aws_lambda_alias" "good" {
  name             = "good"
  function_name    = aws_lambda_function.checkout.function_name
  function_version = "1"
}

resource "aws_lambda_provisioned_concurrency_config" "good" {
  function_name                     = aws_lambda_function.checkout.function_name
  qualifier                         = aws_lambda_alias.good.name
  provisioned_concurrent_executions = 20
}

resource "aws_appautoscaling_target" "good" {
  service_namespace  = "lambda"
  scalable_dimension = "lambda:function:ProvisionedConcurrency"
  resource_id        = "function:${aws_lambda_alias.good.function_name}:${aws_lambda_alias.good.name}"
  min_capacity       = 1
  max_capacity       = 20
}
