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

resource "aws_ebs_volume" "bad" {
  availability_zone    = "us-east-1a"
  type                 = "io1"
  size                 = 40
  iops                 = 1500
  multi_attach_enabled = true
}

resource "aws_ebs_volume" "good" {
  availability_zone    = "us-east-1a"
  type                 = "io2"
  size                 = 40
  iops                 = 1500
  multi_attach_enabled = true
}

resource "aws_volume_attachment" "this" {
  for_each = { bad = aws_ebs_volume.bad.id, good = aws_ebs_volume.good.id }

  device_name = each.key == "bad" ? "/dev/sdf" : "/dev/sdg"
  volume_id   = each.value
  instance_id = "i-0123456789abcdef0"
}
