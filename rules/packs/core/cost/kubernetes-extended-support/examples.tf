# Versions of Kubernetes, and what is asked for keeping old ones.
provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  project = "example-platform"
  region  = "europe-west4"
}

variable "kubernetes" {
  type = string
}

locals {
  role    = "arn:aws:iam::123456789012:role/cluster"
  subnets = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
}

resource "aws_eks_cluster" "old" {
  # want: Kubernetes 1.29 left standard support on 2025-03-23: the fee is that of extended support
  name     = "old"
  role_arn = local.role
  version  = "1.29"

  vpc_config {
    subnet_ids = local.subnets
  }
}

resource "google_container_cluster" "old" {
  # want: the Extended channel keeps clusters past standard support
  name               = "old"
  location           = "europe-west4"
  initial_node_count = 1

  release_channel {
    channel = "EXTENDED"
  }
}

resource "aws_eks_cluster" "set_elsewhere" {
  # want unknown: version
  name     = "set-elsewhere"
  role_arn = local.role
  version  = var.kubernetes

  vpc_config {
    subnet_ids = local.subnets
  }
}

resource "aws_eks_cluster" "good" {
  name     = "good"
  role_arn = local.role
  version  = "1.35"

  vpc_config {
    subnet_ids = local.subnets
  }
}

# EKS upgrades it by itself when the time comes.
resource "aws_eks_cluster" "good_upgraded" {
  name     = "upgraded"
  role_arn = local.role
  version  = "1.29"

  upgrade_policy {
    support_type = "STANDARD"
  }

  vpc_config {
    subnet_ids = local.subnets
  }
}
