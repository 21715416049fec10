provider "aws" {
  region = "us-east-1"
}

variable "zones" {
  type = set(string)
}

resource "aws_ebs_fast_snapshot_restore" "bad" {
  # want: paid for by the hour
  availability_zone = "us-east-1a"
  snapshot_id       = "snap-0123456789abcdef0"
}

resource "aws_dlm_lifecycle_policy" "good" {
  description        = "daily"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { backup = "daily" }

    schedule {
      name = "daily"

      create_rule {
        interval = 24
      }

      retain_rule {
        count = 14
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "depends" {
  description        = "daily"
  execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { backup = "daily" }

    schedule {
      # want unknown: fast_restore_rule
      name = "daily"

      create_rule {
        interval = 24
      }

      retain_rule {
        count = 14
      }

      fast_restore_rule {
        availability_zones = var.zones
        count              = 1
      }
    }
  }
}
