# Limits of an HTTP API and of a REST API.
provider "aws" {
  region = "eu-west-1"
}

variable "rate" {
  type = number
}

resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "open" {
  # want: no limit of requests: the cap in production is 1,000 a second
  api_id = aws_apigatewayv2_api.shop.id
  name   = "open"
}

resource "aws_apigatewayv2_stage" "high" {
  # want: accepts 5,000 requests a second; the cap in production is 1,000
  api_id = aws_apigatewayv2_api.shop.id
  name   = "high"

  default_route_settings {
    throttling_burst_limit = 10000
    throttling_rate_limit  = 5000
  }
}

resource "aws_apigatewayv2_stage" "set_elsewhere" {
  # want unknown: no limit of requests
  api_id = aws_apigatewayv2_api.shop.id
  name   = "set-elsewhere"

  default_route_settings {
    throttling_burst_limit = 100
    throttling_rate_limit  = var.rate
  }
}

resource "aws_apigatewayv2_stage" "good" {
  api_id = aws_apigatewayv2_api.shop.id
  name   = "good"

  default_route_settings {
    throttling_burst_limit = 200
    throttling_rate_limit  = 100
  }
}

# The stage of a REST API is limited by a resource beside it.
resource "aws_api_gateway_stage" "good" {
  rest_api_id   = "a1b2c3d4e5"
  deployment_id = "f6g7h8"
  stage_name    = "v1"
}

resource "aws_api_gateway_method_settings" "good" {
  rest_api_id = "a1b2c3d4e5"
  stage_name  = aws_api_gateway_stage.good.stage_name
  method_path = "*/*"

  settings {
    throttling_burst_limit = 200
    throttling_rate_limit  = 100
  }
}
