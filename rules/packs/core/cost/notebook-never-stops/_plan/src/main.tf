terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region = "ca-central-1"

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

resource "aws_sagemaker_notebook_instance" "bad" {
  name          = "bad"
  role_arn      = "arn:aws:iam::123456789012:role/notebook"
  instance_type = "ml.m5.xlarge"
}

resource "aws_sagemaker_notebook_instance_lifecycle_configuration" "evening" {
  name     = "stop-when-idle"
  on_start = base64encode("/opt/stop-when-idle.sh 3600")
}

resource "aws_sagemaker_notebook_instance" "good" {
  name                  = "good"
  role_arn              = "arn:aws:iam::123456789012:role/notebook"
  instance_type         = "ml.m5.xlarge"
  lifecycle_config_name = aws_sagemaker_notebook_instance_lifecycle_configuration.evening.name
}
