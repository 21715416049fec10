# Clusters for jobs, between jobs.
provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  project = "example-analytics"
  region  = "europe-west4"
}

variable "keep_alive" {
  type = bool
}

resource "aws_emr_cluster" "nightly" {
  # want: nothing ends it when it is idle
  name          = "nightly"
  release_label = "emr-7.5.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"

  master_instance_group {
    instance_type = "m7g.xlarge"
  }

  core_instance_group {
    instance_type  = "m7g.xlarge"
    instance_count = 2
  }
}

resource "aws_emr_cluster" "adhoc" {
  # want: ends after 240 idle minutes, where 30 will do
  name          = "adhoc"
  release_label = "emr-7.5.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"

  master_instance_group {
    instance_type = "m7g.xlarge"
  }

  auto_termination_policy {
    idle_timeout = 14400
  }
}

resource "aws_emr_cluster" "steps" {
  # want unknown: nothing ends it when it is idle
  name                              = "steps"
  release_label                     = "emr-7.5.0"
  service_role                      = "arn:aws:iam::123456789012:role/emr"
  keep_job_flow_alive_when_no_steps = var.keep_alive

  master_instance_group {
    instance_type = "m7g.xlarge"
  }
}

resource "aws_emr_cluster" "good" {
  name          = "good"
  release_label = "emr-7.5.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"

  master_instance_group {
    instance_type = "m7g.xlarge"
  }

  auto_termination_policy {
    idle_timeout = 900
  }
}

resource "google_dataproc_cluster" "good" {
  name   = "good"
  region = "europe-west4"

  cluster_config {
    lifecycle_config {
      idle_delete_ttl = "900s"
    }
  }
}
