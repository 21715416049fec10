# How the AWS provider speaks.

provider "aws" {
  names = ["hashicorp/aws"]
  cloud = "aws"

  region {
    # us-east-1a is in us-east-1, and so are us-east-1-dfw-1a and
    # us-east-1-wl1-bos-wlz-1: a local zone is billed by lists of its own, but
    # belongs to its region.
    pattern       = "^([a-z]{2,}(?:-[a-z]+)+-[0-9]+)"
    configuration = ["region"]
    environment   = ["AWS_REGION", "AWS_DEFAULT_REGION"]

    # Every resource has region from version 6 on; before, S3 buckets only.
    from "region" {}
    from "availability_zone" {
      pattern = "^([a-z]{2,}(?:-[a-z]+)+-[0-9]+.*)$"
      within  = true
    }
    from "availability_zone_name" {
      pattern = "^([a-z]{2,}(?:-[a-z]+)+-[0-9]+.*)$"
      within  = true
    }
    from "arn" {
      pattern = "^arn:[^:]+:[^:]+:([a-z]{2,}(?:-[a-z]+)+-[0-9]+):"
    }
  }

  tags {
    defaults = "default_tags.tags"

    attribute "tags" {
      merged = "tags_all"
    }
    # aws_autoscaling_group: default_tags do not reach it.
    attribute "tag" {
      blocks    = true
      unreached = true
    }
  }

  # What decides the grade of lock-in, where the resource leaves it out.
  inherited "aws_db_instance" {
    attribute = "engine"
    from      = ["replicate_source_db", "snapshot_identifier", "restore_to_point_in_time.source_db_instance_identifier"]
  }
  inherited "aws_instance" {
    attribute = "instance_type"
    from      = ["launch_template.id", "launch_template.name"]
  }
}
