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

resource "aws_redshift_cluster" "bad" {
  cluster_identifier     = "bad"
  node_type              = "ra3.large"
  number_of_nodes        = 2
  cluster_type           = "multi-node"
  master_username        = "reports"
  manage_master_password = true
  skip_final_snapshot    = true
}

resource "aws_redshift_cluster" "good" {
  cluster_identifier     = "good"
  node_type              = "ra3.large"
  master_username        = "reports"
  manage_master_password = true
  skip_final_snapshot    = true
}

resource "aws_redshift_scheduled_action" "good" {
  name     = "good"
  schedule = "cron(0 18 ? * MON-FRI *)"
  iam_role = "arn:aws:iam::123456789012:role/scheduler"

  target_action {
    pause_cluster {
      cluster_identifier = aws_redshift_cluster.good.cluster_identifier
    }
  }
}
