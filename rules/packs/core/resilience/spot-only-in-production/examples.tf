# Spot machines can be taken back all at once.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "production" }
  }
}

locals {
  role    = "arn:aws:iam::123456789012:role/nodes"
  subnets = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
}

variable "capacity_type" {
  description = "ON_DEMAND or SPOT."
  type        = string
}

resource "aws_eks_node_group" "bad" {
  cluster_name    = "main"
  node_group_name = "web"
  node_role_arn   = local.role
  subnet_ids      = local.subnets
  capacity_type   = "SPOT" # want: runs on spot capacity only

  scaling_config {
    min_size     = 1
    max_size     = 4
    desired_size = 2
  }
}

resource "aws_eks_node_group" "good" {
  cluster_name    = "main"
  node_group_name = "base"
  node_role_arn   = local.role
  subnet_ids      = local.subnets
  capacity_type   = "ON_DEMAND"

  scaling_config {
    min_size     = 1
    max_size     = 4
    desired_size = 2
  }
}

# Kept for work that can be started again.
resource "aws_eks_node_group" "good_batch" {
  cluster_name    = "main"
  node_group_name = "batch"
  node_role_arn   = local.role
  subnet_ids      = local.subnets
  capacity_type   = "SPOT"

  scaling_config {
    min_size     = 0
    max_size     = 20
    desired_size = 2
  }

  taint {
    key    = "batch"
    value  = "true"
    effect = "NO_SCHEDULE"
  }
}

resource "aws_eks_node_group" "open" {
  cluster_name    = "main"
  node_group_name = "jobs"
  node_role_arn   = local.role
  subnet_ids      = local.subnets
  capacity_type   = var.capacity_type # want unknown: capacity_type

  scaling_config {
    min_size     = 1
    max_size     = 4
    desired_size = 2
  }
}
