# Warehouses of a test environment.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "test" }
  }
}

variable "seconds" {
  type = number
}

resource "aws_redshift_cluster" "reports" {
  # want: nothing pauses it
  cluster_identifier = "reports"
  node_type          = "ra3.large"
}

resource "snowflake_warehouse" "loads" {
  # want: never suspends
  name         = "LOADS"
  auto_suspend = 0
}

resource "snowflake_warehouse" "later" {
  # want unknown: auto_suspend is not known
  name         = "LATER"
  auto_suspend = var.seconds
}

resource "aws_redshift_cluster" "good" {
  cluster_identifier = "good"
  node_type          = "ra3.large"
}

resource "aws_redshift_scheduled_action" "good" {
  name     = "good"
  schedule = "cron(0 18 ? * MON-FRI *)"
  iam_role = "arn:aws:iam::123456789012:role/scheduler"

  target_action {
    pause_cluster {
      cluster_identifier = aws_redshift_cluster.good.cluster_identifier
    }
  }
}

resource "snowflake_warehouse" "good" {
  name         = "GOOD"
  auto_suspend = 60
}

# Paused from outside.
resource "aws_redshift_cluster" "good_tagged" {
  cluster_identifier = "good-tagged"
  node_type          = "ra3.large"
  tags               = { schedule = "office-hours" }
}

# Production is asked at any hour.
resource "aws_redshift_cluster" "good_production" {
  cluster_identifier = "good-production"
  node_type          = "ra3.large"
  tags               = { environment = "production" }
}
