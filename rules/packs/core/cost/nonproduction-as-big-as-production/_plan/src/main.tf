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
      owner       = "shop"
      cost-center = "4711"
    }
  }
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.2xlarge"
  tags          = { environment = "production" }
  volume_tags   = { environment = "production" }
}

resource "aws_instance" "bad" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.2xlarge"
  tags          = { environment = "test" }
  volume_tags   = { environment = "test" }
}
