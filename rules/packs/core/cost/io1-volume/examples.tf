provider "aws" {
  region = "eu-west-1"
}

variable "kind" {
  type = string
}

resource "aws_ebs_volume" "bad" {
  availability_zone = "eu-west-1a"
  type              = "io1" # want: io1, where io2 costs the same
  size              = 200
  iops              = 8000

  tags = {
    provisioned-iops-reason = "latency below a millisecond"
  }
}

resource "aws_ebs_volume" "good" {
  availability_zone = "eu-west-1a"
  type              = "io2"
  size              = 200
  iops              = 8000

  tags = {
    provisioned-iops-reason = "latency below a millisecond"
  }
}

# gp3 does this one for less; that is another rule's.
resource "aws_ebs_volume" "elsewhere" {
  availability_zone = "eu-west-1a"
  type              = "io1"
  size              = 200
  iops              = 8000
}

resource "aws_ebs_volume" "depends" {
  availability_zone = "eu-west-1a"
  type              = var.kind # want unknown: type is not known
  size              = 200
  iops              = 8000

  tags = {
    provisioned-iops-reason = "latency below a millisecond"
  }
}
