# Test databases, and what they have set aside.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "test" }
  }
}

variable "gb" {
  type = number
}

resource "aws_db_instance" "copied" {
  # want: 2,000 GB set aside in non-production; the cap is 100
  # want: provisioned IOPS (io2) in non-production
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 2000
  storage_type      = "io2"
  iops              = 12000
}

resource "aws_db_instance" "later" {
  # want unknown: allocated_storage is not known
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = var.gb
  storage_type      = "gp3"
}

resource "aws_db_instance" "good" {
  engine                = "postgres"
  instance_class        = "db.t4g.medium"
  allocated_storage     = 20
  max_allocated_storage = 200
  storage_type          = "gp3"
}

# Production has the data.
resource "aws_db_instance" "good_production" {
  engine            = "postgres"
  instance_class    = "db.r7g.large"
  allocated_storage = 2000
  storage_type      = "gp3"
  tags              = { environment = "production" }
}
