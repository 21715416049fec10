provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "staging"
    }
  }
}

variable "most_machines" {
  type = number
}

resource "aws_launch_template" "web" {
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}

resource "aws_autoscaling_group" "bad" {
  name               = "web"
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  min_size           = 1
  max_size           = 100 # want: ceiling of 100

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "good" {
  name               = "orders"
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  min_size           = 1
  max_size           = 4

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "depends" {
  name               = "reports"
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  min_size           = 1
  max_size           = var.most_machines # want unknown: max_size

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_appautoscaling_target" "bad" {
  service_namespace  = "ecs"
  resource_id        = "service/shop/web"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 2
  max_capacity       = 60 # want: ceiling of 60, 30 times the floor of 2
}
