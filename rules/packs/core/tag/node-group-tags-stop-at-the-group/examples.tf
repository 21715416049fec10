# Whether the tags of a node group reach its nodes.
provider "aws" {
  region = "eu-west-1"
}

variable "templates" {
  description = "Ids of launch templates."
  type        = set(string)
}

locals {
  role    = "arn:aws:iam::123456789012:role/nodes"
  subnets = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]

  tags = {
    environment = "production"
    owner       = "platform"
    cost-center = "4711"
  }
}

resource "aws_eks_node_group" "bad" {
  # want: so its nodes and their disks carry no environment, owner or cost-center
  cluster_name    = "main"
  node_group_name = "bad"
  node_role_arn   = local.role
  subnet_ids      = local.subnets
  instance_types  = ["m7g.large"]
  tags            = local.tags

  scaling_config {
    min_size     = 2
    max_size     = 4
    desired_size = 2
  }
}

resource "aws_launch_template" "good" {
  name_prefix = "nodes-"

  tag_specifications {
    resource_type = "instance"
    tags          = local.tags
  }

  tag_specifications {
    resource_type = "volume"
    tags          = local.tags
  }
}

resource "aws_eks_node_group" "good" {
  cluster_name    = "main"
  node_group_name = "good"
  node_role_arn   = local.role
  subnet_ids      = local.subnets
  instance_types  = ["m7g.large"]
  tags            = local.tags

  launch_template {
    id      = aws_launch_template.good.id
    version = aws_launch_template.good.latest_version
  }

  scaling_config {
    min_size     = 2
    max_size     = 4
    desired_size = 2
  }
}

resource "aws_eks_node_group" "open" {
  # want unknown: so its nodes and their disks carry no
  cluster_name    = "main"
  node_group_name = "open"
  node_role_arn   = local.role
  subnet_ids      = local.subnets
  instance_types  = ["m7g.large"]
  tags            = local.tags

  dynamic "launch_template" {
    for_each = var.templates

    content {
      id      = launch_template.value
      version = "$Latest"
    }
  }

  scaling_config {
    min_size     = 2
    max_size     = 4
    desired_size = 2
  }
}
