# What the rule speaks about, what it leaves alone, and what it cannot know.
provider "aws" {
  region = "eu-west-1"
}

variable "size" {
  type = number
}

resource "aws_ebs_volume" "bad" {
  # want: 20 GB on gp2
  availability_zone = "eu-west-1a"
  type              = "gp2"
  size              = 20
}

resource "aws_ebs_volume" "open" {
  # want unknown: size is not known
  availability_zone = "eu-west-1a"
  type              = "gp2"
  size              = var.size
}

resource "aws_ebs_volume" "good" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 20
}
