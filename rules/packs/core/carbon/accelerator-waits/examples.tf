# Machines with GPUs, and whether they wait for work.
provider "aws" {
  region = "eu-central-1"

  default_tags {
    tags = { environment = "staging" }
  }
}

variable "minimum" {
  description = "Nodes that are always there."
  type        = number
}

locals {
  role    = "arn:aws:iam::123456789012:role/nodes"
  subnets = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
}

resource "aws_eks_node_group" "bad" {
  # want: keeps 2 nodes with accelerators,
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

resource "aws_instance" "bad" {
  # want: g5.4xlarge in non-production has accelerators,
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "g5.4xlarge"
}

resource "aws_eks_node_group" "good" {
  cluster_name    = "main"
  node_group_name = "jobs"
  node_role_arn   = local.role
  subnet_ids      = local.subnets
  instance_types  = ["g5.2xlarge"]

  scaling_config {
    min_size     = 0
    max_size     = 8
    desired_size = 0
  }
}

# Its users wait for it.
resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "g5.4xlarge"
  tags          = { environment = "production" }
}

resource "aws_eks_node_group" "open" {
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
