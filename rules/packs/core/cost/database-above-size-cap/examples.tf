# Databases of a development environment, where two vCPUs will do.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "dev" }
  }
}

provider "google" {
  project = "example-dev"
  region  = "europe-west4"
}

variable "tier" {
  type = string
}

resource "aws_db_instance" "orders" {
  # want: db.m7g.2xlarge has 8 vCPUs; the cap in non-production is 2
  identifier                  = "orders"
  engine                      = "postgres"
  engine_version              = "17.2"
  instance_class              = "db.m7g.2xlarge"
  allocated_storage           = 50
  username                    = "owner"
  manage_master_user_password = true
}

resource "google_sql_database_instance" "orders" {
  # want: db-custom-8-30720 has 8 vCPUs
  name             = "orders"
  database_version = "POSTGRES_17"

  settings {
    tier        = "db-custom-8-30720"
    user_labels = { environment = "dev" }
  }
}

resource "google_sql_database_instance" "reports" {
  # want unknown: settings.tier
  name             = "reports"
  database_version = "POSTGRES_17"

  settings {
    tier        = var.tier
    user_labels = { environment = "dev" }
  }
}

resource "aws_db_instance" "good" {
  identifier                  = "good"
  engine                      = "postgres"
  engine_version              = "17.2"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "owner"
  manage_master_user_password = true
}

resource "google_sql_database_instance" "good" {
  name             = "good"
  database_version = "POSTGRES_17"

  settings {
    tier        = "db-custom-1-3840"
    user_labels = { environment = "dev" }
  }
}
