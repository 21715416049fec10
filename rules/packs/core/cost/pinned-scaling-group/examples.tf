provider "aws" {
  region = "eu-west-1"
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
  min_size           = 4
  max_size           = 4 # want: minimum and maximum are both 4: the group cannot scale in

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "good" {
  name               = "web-elastic"
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  min_size           = 2
  max_size           = 6

  launch_template {
    id = aws_launch_template.web.id
  }
}

# A group of one only brings back what was lost.
resource "aws_autoscaling_group" "good_single" {
  name               = "bastion"
  availability_zones = ["eu-west-1a"]
  min_size           = 1
  max_size           = 1

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "depends" {
  name               = "batch"
  availability_zones = ["eu-west-1a"]
  min_size           = 3
  max_size           = var.most_machines # want unknown: max_size

  launch_template {
    id = aws_launch_template.web.id
  }
}
