provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "staging"
    }
  }
}

provider "google" {
  project = "example-shop"

  default_labels = {
    environment = "staging"
  }
}

variable "zones" {
  type = string
}

resource "aws_efs_file_system" "bad" {
  # want: no lifecycle policy
  creation_token = "bad"
}

resource "aws_efs_file_system" "good" {
  creation_token = "good"

  lifecycle_policy {
    transition_to_ia = "AFTER_30_DAYS"
  }
}

resource "aws_fsx_windows_file_system" "bad" {
  storage_capacity    = 300
  throughput_capacity = 32
  subnet_ids          = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
  deployment_type     = "MULTI_AZ_1" # want: MULTI_AZ_1 in non-production
}

resource "aws_fsx_windows_file_system" "depends" {
  storage_capacity    = 300
  throughput_capacity = 32
  subnet_ids          = ["subnet-0a1b2c3d"]
  deployment_type     = var.zones # want unknown: deployment_type is not known
}

resource "google_filestore_instance" "bad" {
  name     = "files"
  location = "europe-west4"
  tier     = "ENTERPRISE" # want: ENTERPRISE in non-production

  file_shares {
    name        = "work"
    capacity_gb = 1024
  }

  networks {
    network = "default"
    modes   = ["MODE_IPV4"]
  }
}
