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

locals {
  tags = {
    environment = "staging"
    owner       = "payments"
    cost-center = "cc-4711"
  }
}

resource "aws_launch_template" "bad" {
  name          = "bad"
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume"])

    content {
      resource_type = tag_specifications.key
      tags          = local.tags
    }
  }

  network_interfaces {
    associate_public_ip_address = true
  }
}

resource "aws_launch_template" "good" {
  name          = "good"
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume"])

    content {
      resource_type = tag_specifications.key
      tags          = local.tags
    }
  }

  network_interfaces {
    associate_public_ip_address = false
  }
}

# A bastion or two may have an address.
resource "aws_instance" "good" {
  count = 2

  ami                         = "ami-0c1bc246476a5572b"
  instance_type               = "t4g.micro"
  associate_public_ip_address = true
}
