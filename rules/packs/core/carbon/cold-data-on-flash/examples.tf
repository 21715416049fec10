# Where seldom-read data lies.
provider "aws" {
  region = "eu-central-1"
}

variable "class" {
  description = "Type of volume."
  type        = string
}

resource "aws_ebs_volume" "bad_backup" {
  availability_zone = "eu-central-1a"
  type              = "gp3" # want: 4000 GB on flash (gp3) for data that is cold by its name
  size              = 4000
}

resource "aws_ebs_volume" "bad" {
  # want: for data that is cold by its tag Name
  availability_zone = "eu-central-1a"
  type              = "gp2"
  size              = 1000
  tags              = { Name = "archive-2019" }
}

resource "aws_ebs_volume" "good_backup" {
  availability_zone = "eu-central-1a"
  type              = "st1"
  size              = 4000
}

# Somebody asked for more than a disk can do.
resource "aws_ebs_volume" "good_archive_index" {
  availability_zone = "eu-central-1a"
  type              = "gp3"
  size              = 1000
  iops              = 9000
}

resource "aws_ebs_volume" "good" {
  availability_zone = "eu-central-1a"
  type              = "gp3"
  size              = 1000
}

resource "aws_ebs_volume" "open_backup" {
  availability_zone = "eu-central-1a"
  type              = var.class # want unknown: type is not known
  size              = 4000
}
