provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "staging"
    }
  }
}

provider "google" {
  project = "example-shop"
}

variable "days" {
  type = number
}

resource "aws_backup_plan" "bad" {
  name = "all"

  rule {
    rule_name         = "daily" # want: nothing deletes the copies
    target_vault_name = "main"
    schedule          = "cron(0 5 * * ? *)"
  }
}

resource "aws_backup_plan" "good" {
  name = "all"

  rule {
    rule_name         = "daily"
    target_vault_name = "main"
    schedule          = "cron(0 5 * * ? *)"

    lifecycle {
      delete_after = 7
    }
  }

  rule {
    rule_name         = "monthly"
    target_vault_name = "main"
    schedule          = "cron(0 5 1 * ? *)"

    lifecycle {
      delete_after = 180
    }
  }
}

resource "aws_db_instance" "bad" {
  identifier              = "orders"
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  allocated_storage       = 50
  backup_retention_period = 30 # want: daily copies kept for 30 days; the cap in non-production is 7
}

resource "aws_db_instance" "depends" {
  identifier              = "reports"
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  allocated_storage       = 50
  backup_retention_period = var.days # want unknown: backup_retention_period
}

resource "google_compute_resource_policy" "bad" {
  name   = "daily"
  region = "europe-west4"

  snapshot_schedule_policy {
    # want: nothing deletes the snapshots
    schedule {
      daily_schedule {
        days_in_cycle = 1
        start_time    = "04:00"
      }
    }
  }
}
