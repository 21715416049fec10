# Copies in a second region, for a test environment.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "test" }
  }
}

resource "aws_backup_plan" "copied" {
  # want: backups copied to another vault in non-production
  name = "copied"

  rule {
    rule_name         = "daily"
    target_vault_name = "main"
    schedule          = "cron(0 3 * * ? *)"

    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-central-1:123456789012:backup-vault:far"
    }
  }
}

resource "aws_rds_global_cluster" "orders" {
  # want: a cluster that spans regions in non-production
  global_cluster_identifier = "orders"
  engine                    = "aurora-postgresql"
}

resource "aws_backup_plan" "good" {
  name = "good"

  rule {
    rule_name         = "daily"
    target_vault_name = "main"
    schedule          = "cron(0 3 * * ? *)"
  }
}

resource "aws_backup_plan" "good_production" {
  name = "good-production"
  tags = { environment = "production" }

  rule {
    rule_name         = "daily"
    target_vault_name = "main"
    schedule          = "cron(0 3 * * ? *)"

    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-central-1:123456789012:backup-vault:far"
    }
  }
}
