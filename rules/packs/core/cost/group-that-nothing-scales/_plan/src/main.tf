terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region                      = "eu-west-3"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true

  default_tags {
    tags = {
      environment = "production"
      owner       = "shop"
      cost-center = "4711"
    }
  }
}

resource "aws_launch_template" "web" {
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}

resource "aws_autoscaling_group" "bad" {
  name               = "web"
  availability_zones = ["eu-west-3a", "eu-west-3b"]
  min_size           = 2
  max_size           = 6
  desired_capacity   = 3

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "good" {
  name               = "web-elastic"
  availability_zones = ["eu-west-3a", "eu-west-3b"]
  min_size           = 2
  max_size           = 6
  desired_capacity   = 3

  launch_template {
    id = aws_launch_template.web.id
  }

  tag {
    key                 = "environment"
    value               = "production"
    propagate_at_launch = true
  }

  tag {
    key                 = "owner"
    value               = "shop"
    propagate_at_launch = true
  }

  tag {
    key                 = "cost-center"
    value               = "4711"
    propagate_at_launch = true
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
  availability_zones = ["eu-west-3a"]
  min_size           = 3
  max_size           = 3
  desired_capacity   = 3

  launch_template {
    id = aws_launch_template.web.id
  }

  tag {
    key                 = "environment"
    value               = "production"
    propagate_at_launch = true
  }

  tag {
    key                 = "owner"
    value               = "shop"
    propagate_at_launch = true
  }

  tag {
    key                 = "cost-center"
    value               = "4711"
    propagate_at_launch = true
  }
}
