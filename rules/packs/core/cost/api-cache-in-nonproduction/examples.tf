# Stages of an API in staging.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "staging" }
  }
}

variable "cached" {
  type = bool
}

resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}

resource "aws_api_gateway_deployment" "orders" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
}

resource "aws_api_gateway_stage" "next" {
  # want: cache of 1.6 GB in non-production
  rest_api_id           = aws_api_gateway_rest_api.orders.id
  deployment_id         = aws_api_gateway_deployment.orders.id
  stage_name            = "next"
  cache_cluster_enabled = true
  cache_cluster_size    = "1.6"
}

resource "aws_api_gateway_stage" "load" {
  # want unknown: cache_cluster_enabled
  rest_api_id           = aws_api_gateway_rest_api.orders.id
  deployment_id         = aws_api_gateway_deployment.orders.id
  stage_name            = "load"
  cache_cluster_enabled = var.cached
}

resource "aws_api_gateway_stage" "good" {
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = aws_api_gateway_deployment.orders.id
  stage_name    = "good"
}

# Production keeps its cache.
resource "aws_api_gateway_stage" "good_live" {
  rest_api_id           = aws_api_gateway_rest_api.orders.id
  deployment_id         = aws_api_gateway_deployment.orders.id
  stage_name            = "live"
  cache_cluster_enabled = true
  cache_cluster_size    = "6.1"
  tags                  = { environment = "production" }
}
