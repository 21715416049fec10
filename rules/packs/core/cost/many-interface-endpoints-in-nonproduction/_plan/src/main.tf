terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      team        = "payments"
      cost-center = "cc-4711"
      environment = "staging"
    }
  }

  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
}

resource "aws_vpc" "bad" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "good" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_vpc_endpoint" "many" {
  for_each = toset(["ecr.api", "ecr.dkr", "logs", "sqs", "sns", "ssm"])

  vpc_id            = aws_vpc.bad.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.us-east-1.${each.key}"
}

resource "aws_vpc_endpoint" "few" {
  for_each = toset(["ecr.api", "ecr.dkr"])

  vpc_id            = aws_vpc.good.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.us-east-1.${each.key}"
}
