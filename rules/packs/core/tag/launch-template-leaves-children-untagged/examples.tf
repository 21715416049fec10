# What a launch template starts, and the disks of that.
provider "aws" {
  region = "eu-west-1"
}

variable "disk_tags" {
  description = "Tags of the disks."
  type        = map(string)
}

locals {
  tags = {
    environment = "production"
    owner       = "payments"
    cost-center = "4711"
  }
}

resource "aws_launch_template" "bad" {
  name_prefix   = "web-"
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  # want: what it starts is not tagged: volumes lack environment, owner and cost-center
  tags = local.tags

  tag_specifications {
    resource_type = "instance"
    tags          = local.tags
  }
}

resource "aws_launch_template" "good" {
  name_prefix   = "api-"
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  dynamic "tag_specifications" {
    for_each = ["instance", "volume"]

    content {
      resource_type = tag_specifications.value
      tags          = local.tags
    }
  }
}

resource "aws_launch_template" "open" {
  name_prefix   = "jobs-"
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  tag_specifications {
    resource_type = "instance"
    tags          = local.tags
  }

  # want unknown: volumes lack environment, owner and cost-center
  tag_specifications {
    resource_type = "volume"
    tags          = var.disk_tags
  }
}
