# What is plugged into a cluster.
provider "aws" {
  region = "eu-west-1"
}

locals {
  subnets = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
  role    = "arn:aws:iam::123456789012:role/cluster"
}

variable "automatic" {
  description = "Whether EKS picks the nodes."
  type        = bool
}

resource "aws_eks_cluster" "bad" {
  # want: tied to its provider by Pod Identity, add-on aws-ebs-csi-driver and add-on vpc-cni
  name     = "bad"
  role_arn = local.role
  version  = "1.33"

  vpc_config {
    subnet_ids = local.subnets
  }
}

resource "aws_eks_addon" "this" {
  for_each     = toset(["aws-ebs-csi-driver", "coredns", "vpc-cni"])
  cluster_name = aws_eks_cluster.bad.name
  addon_name   = each.key
}

resource "aws_eks_pod_identity_association" "orders" {
  cluster_name    = aws_eks_cluster.bad.name
  namespace       = "shop"
  service_account = "orders"
  role_arn        = local.role
}

resource "aws_eks_cluster" "good" {
  name     = "good"
  role_arn = local.role
  version  = "1.33"

  vpc_config {
    subnet_ids = local.subnets
  }
}

resource "aws_eks_addon" "good" {
  cluster_name = aws_eks_cluster.good.name
  addon_name   = "vpc-cni"
}

resource "aws_eks_cluster" "open" {
  # want unknown: compute_config.enabled
  name     = "open"
  role_arn = local.role
  version  = "1.33"

  compute_config {
    enabled = var.automatic
  }

  vpc_config {
    subnet_ids = local.subnets
  }
}

resource "aws_eks_addon" "open" {
  for_each     = toset(["aws-ebs-csi-driver", "vpc-cni"])
  cluster_name = aws_eks_cluster.open.name
  addon_name   = each.key
}
