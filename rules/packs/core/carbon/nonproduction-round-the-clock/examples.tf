# Machines outside production that nobody switches off.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "staging"
    }
  }
}

# It emits most, and stands for all.
resource "aws_instance" "bad" {
  # want: 2 machines of non-production emit
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m5.12xlarge"
}

resource "aws_db_instance" "small" {
  identifier                  = "orders"
  engine                      = "postgres"
  engine_version              = "16.4"
  instance_class              = "db.m7g.xlarge"
  allocated_storage           = 100
  storage_type                = "gp3"
  username                    = "owner"
  manage_master_user_password = true
}

# A scheduler goes by this tag.
resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m5.12xlarge"

  tags = {
    schedule = "office-hours"
  }
}

resource "aws_instance" "good_production" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m5.12xlarge"

  tags = {
    environment = "production"
  }
}
