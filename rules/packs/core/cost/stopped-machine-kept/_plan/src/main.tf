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

resource "aws_instance" "this" {
  for_each = toset(["bad", "good"])

  ami           = "ami-0c1bc246476a5572b"
  instance_type = "t4g.small"
}

resource "aws_ec2_instance_state" "bad" {
  instance_id = aws_instance.this["bad"].id
  state       = "stopped"
}

resource "aws_ec2_instance_state" "good" {
  instance_id = aws_instance.this["good"].id
  state       = "running"
}
