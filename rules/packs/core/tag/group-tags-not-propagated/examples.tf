# Tags of a group of machines: who gets them.
provider "aws" {
  region = "eu-west-1"
}

variable "propagate" {
  description = "Whether machines carry the tags of their group."
  type        = bool
}

resource "aws_launch_template" "web" {
  name_prefix   = "web-"
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}

resource "aws_autoscaling_group" "bad" {
  name                = "web"
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = ["subnet-0a1b2c3d"]

  launch_template {
    id = aws_launch_template.web.id
  }

  # want: tag owner is not handed to the instances it starts
  tag {
    key                 = "owner"
    value               = "payments"
    propagate_at_launch = false
  }
}

resource "aws_autoscaling_group" "good" {
  name                = "api"
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = ["subnet-0a1b2c3d"]

  launch_template {
    id = aws_launch_template.web.id
  }

  tag {
    key                 = "owner"
    value               = "payments"
    propagate_at_launch = true
  }
}

resource "aws_autoscaling_group" "open" {
  name                = "jobs"
  min_size            = 0
  max_size            = 6
  vpc_zone_identifier = ["subnet-0a1b2c3d"]

  launch_template {
    id = aws_launch_template.web.id
  }

  # want unknown: tag.propagate_at_launch
  tag {
    key                 = "owner"
    value               = "payments"
    propagate_at_launch = var.propagate
  }
}
