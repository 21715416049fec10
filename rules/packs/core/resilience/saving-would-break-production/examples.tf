# Marked critical: nobody should propose to give up its standby.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "production" }
  }
}

variable "multi_az" {
  description = "Whether there is a standby."
  type        = bool
}

resource "aws_db_instance" "bad" {
  identifier                  = "ledger"
  engine                      = "postgres"
  instance_class              = "db.m7g.large"
  allocated_storage           = 200
  multi_az                    = true # want: tier = critical
  username                    = "owner"
  manage_master_user_password = true
  tags                        = { tier = "critical" }
}

# A standby like any other.
resource "aws_db_instance" "good" {
  identifier                  = "reports"
  engine                      = "postgres"
  instance_class              = "db.m7g.large"
  allocated_storage           = 200
  multi_az                    = true
  username                    = "owner"
  manage_master_user_password = true
}

resource "aws_db_instance" "open" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.m7g.large"
  allocated_storage           = 200
  multi_az                    = var.multi_az # want unknown: multi_az
  username                    = "owner"
  manage_master_user_password = true
  tags                        = { tier = "critical" }
}
