# Pools of machines with GPUs: how small they get, and whether jobs share a GPU.
provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  project = "example-learning"
  region  = "europe-west4"
}

variable "minimum" {
  type = number
}

locals {
  role    = "arn:aws:iam::123456789012:role/nodes"
  subnets = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
}

resource "aws_eks_node_group" "training" {
  # want: keeps 2 nodes with accelerators
  cluster_name    = "main"
  node_group_name = "training"
  node_role_arn   = local.role
  subnet_ids      = local.subnets
  instance_types  = ["g5.2xlarge"]

  scaling_config {
    min_size     = 2
    max_size     = 8
    desired_size = 2
  }
}

resource "aws_eks_node_group" "inference" {
  # want unknown: scaling_config.min_size
  cluster_name    = "main"
  node_group_name = "inference"
  node_role_arn   = local.role
  subnet_ids      = local.subnets
  instance_types  = ["g5.2xlarge"]

  scaling_config {
    min_size     = var.minimum
    max_size     = 8
    desired_size = 1
  }
}

resource "google_container_node_pool" "batch" {
  # want: accelerators that are not shared, where 2 jobs would fit on each
  name     = "batch"
  cluster  = "main"
  location = "europe-west4"

  autoscaling {
    min_node_count = 0
    max_node_count = 4
  }

  node_config {
    machine_type = "n1-standard-8"

    guest_accelerator {
      type  = "nvidia-tesla-t4"
      count = 1
    }
  }
}

resource "aws_eks_node_group" "good" {
  cluster_name    = "main"
  node_group_name = "good"
  node_role_arn   = local.role
  subnet_ids      = local.subnets
  instance_types  = ["g5.2xlarge"]

  scaling_config {
    min_size     = 0
    max_size     = 8
    desired_size = 0
  }
}

# A minimum of machines without GPUs is another matter.
resource "aws_eks_node_group" "good_system" {
  cluster_name    = "main"
  node_group_name = "system"
  node_role_arn   = local.role
  subnet_ids      = local.subnets
  instance_types  = ["m7g.large"]

  scaling_config {
    min_size     = 2
    max_size     = 4
    desired_size = 2
  }
}
