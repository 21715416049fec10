terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

provider "aws" {
  region                      = "eu-west-3"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true

  default_tags {
    tags = {
      environment = "production"
      owner       = "shop"
      cost-center = "4711"
    }
  }
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}
