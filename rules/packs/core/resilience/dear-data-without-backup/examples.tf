# Production data, with and without a way back.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "production" }
  }
}

variable "days" {
  type = number
}

resource "aws_db_instance" "orders" {
  # want: a month of production data and no backup
  engine                  = "postgres"
  instance_class          = "db.r7g.xlarge"
  allocated_storage       = 500
  storage_type            = "gp3"
  backup_retention_period = 0
}

resource "aws_db_instance" "later" {
  # want unknown: backup_retention_period is not known
  engine                  = "postgres"
  instance_class          = "db.r7g.xlarge"
  allocated_storage       = 500
  storage_type            = "gp3"
  backup_retention_period = var.days
}

resource "aws_db_instance" "good" {
  engine                  = "postgres"
  instance_class          = "db.r7g.xlarge"
  allocated_storage       = 500
  storage_type            = "gp3"
  backup_retention_period = 14
}

# Too small to be dear.
resource "aws_db_instance" "good_small" {
  engine                  = "postgres"
  instance_class          = "db.t4g.micro"
  allocated_storage       = 20
  storage_type            = "gp3"
  backup_retention_period = 0
}

resource "aws_db_instance" "good_test" {
  engine                  = "postgres"
  instance_class          = "db.r7g.xlarge"
  allocated_storage       = 500
  storage_type            = "gp3"
  backup_retention_period = 0
  tags                    = { environment = "test" }
}
