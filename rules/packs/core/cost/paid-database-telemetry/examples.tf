# What databases tell of themselves.
provider "aws" {
  region = "eu-west-1"
}

variable "seconds" {
  type = number
}

resource "aws_db_instance" "orders" {
  # want: performance data is kept for 731 days
  # want: sampled every 1 seconds into a log
  # want: exports the general log
  engine                                = "mysql"
  instance_class                        = "db.m7g.large"
  allocated_storage                     = 100
  performance_insights_enabled          = true
  performance_insights_retention_period = 731
  monitoring_interval                   = 1
  monitoring_role_arn                   = "arn:aws:iam::123456789012:role/rds-monitoring"
  enabled_cloudwatch_logs_exports       = ["error", "general"]
}

resource "aws_db_instance" "later" {
  # want unknown: monitoring_interval is not known
  engine              = "mysql"
  instance_class      = "db.m7g.large"
  allocated_storage   = 100
  monitoring_interval = var.seconds
}

resource "aws_db_instance" "good" {
  engine                                = "mysql"
  instance_class                        = "db.m7g.large"
  allocated_storage                     = 100
  performance_insights_enabled          = true
  performance_insights_retention_period = 7
  monitoring_interval                   = 60
  monitoring_role_arn                   = "arn:aws:iam::123456789012:role/rds-monitoring"
  enabled_cloudwatch_logs_exports       = ["error", "slowquery"]
}
