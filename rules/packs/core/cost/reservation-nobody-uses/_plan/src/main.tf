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

resource "aws_ec2_capacity_reservation" "bad" {
  instance_type           = "m7g.xlarge"
  instance_platform       = "Linux/UNIX"
  availability_zone       = "us-east-1a"
  instance_count          = 4
  instance_match_criteria = "targeted"
}

resource "aws_ec2_capacity_reservation" "good" {
  instance_type           = "m7g.xlarge"
  instance_platform       = "Linux/UNIX"
  availability_zone       = "us-east-1a"
  instance_count          = 1
  instance_match_criteria = "targeted"
}

resource "aws_instance" "month_end" {
  ami               = "ami-0c1bc246476a5572b"
  instance_type     = "m7g.xlarge"
  availability_zone = "us-east-1a"

  capacity_reservation_specification {
    capacity_reservation_target {
      capacity_reservation_id = aws_ec2_capacity_reservation.good.id
    }
  }
}
