provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "staging"
    }
  }
}

resource "aws_eks_cluster" "all" {
  # want: one of 2 clusters in non-production
  for_each = toset(["checkout", "search"])

  name     = each.key
  role_arn = "arn:aws:iam::123456789012:role/eks"

  vpc_config {
    subnet_ids = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
  }
}

resource "aws_eks_cluster" "good" {
  name     = "live"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  vpc_config {
    subnet_ids = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
  }

  tags = {
    environment = "production"
  }
}
