terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
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
      environment = "test"
      owner       = "shop"
      cost-center = "4711"
    }
  }
}

resource "aws_ecs_cluster" "bad" {
  name = "bad"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster" "good" {
  name = "good"

  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}
