# Storage of clusters in a test environment.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "test" }
  }
}

variable "storage" {
  type = string
}

resource "aws_rds_cluster" "orders" {
  # want: storage aurora-iopt1 in non-production
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  storage_type       = "aurora-iopt1"
}

resource "aws_rds_cluster" "later" {
  # want unknown: storage_type is not known
  cluster_identifier = "later"
  engine             = "aurora-postgresql"
  storage_type       = var.storage
}

resource "aws_rds_cluster" "good" {
  cluster_identifier = "good"
  engine             = "aurora-postgresql"
}

# In production the reads and writes may well be the larger part.
resource "aws_rds_cluster" "good_production" {
  cluster_identifier = "good-production"
  engine             = "aurora-postgresql"
  storage_type       = "aurora-iopt1"
  tags               = { environment = "production" }
}
