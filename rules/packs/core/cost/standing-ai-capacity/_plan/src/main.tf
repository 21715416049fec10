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
      environment = "production"
      owner       = "shop"
      cost-center = "4711"
    }
  }
}

resource "aws_bedrock_provisioned_model_throughput" "bad" {
  provisioned_model_name = "bad"
  model_arn              = "arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-v2"
  model_units            = 1
  commitment_duration    = "SixMonths"
}

resource "aws_sagemaker_endpoint_configuration" "bad" {
  name = "bad"

  production_variants {
    variant_name           = "all"
    model_name             = "ranking"
    instance_type          = "ml.g5.2xlarge"
    initial_instance_count = 2
  }
}

resource "aws_sagemaker_endpoint_configuration" "good" {
  name = "good"

  production_variants {
    variant_name = "all"
    model_name   = "ranking"

    serverless_config {
      max_concurrency   = 5
      memory_size_in_mb = 2048
    }
  }
}
