provider "aws" {
  region = "eu-west-1"
}

variable "most" {
  type = number
}

resource "aws_launch_template" "web" {
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}

resource "aws_autoscaling_group" "bad" {
  name               = "web"
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  min_size           = 2
  max_size           = 6
  desired_capacity   = 3 # want: 3 machines round the clock

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "good" {
  name               = "web-elastic"
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  min_size           = 2
  max_size           = 6
  desired_capacity   = 3

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_policy" "good" {
  name                   = "cpu"
  autoscaling_group_name = aws_autoscaling_group.good.name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = 50

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}

# One without room is told as such by another rule.
resource "aws_autoscaling_group" "good_pinned" {
  name               = "quorum"
  availability_zones = ["eu-west-1a"]
  min_size           = 3
  max_size           = 3
  desired_capacity   = 3

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "depends" {
  # want unknown: 3 machines round the clock
  name               = "batch"
  availability_zones = ["eu-west-1a"]
  min_size           = 3
  max_size           = var.most
  desired_capacity   = 3

  launch_template {
    id = aws_launch_template.web.id
  }
}
