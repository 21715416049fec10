# Whether disks carry the tags of their machine.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "production" }
  }
}

variable "tags" {
  description = "Tags of disks."
  type        = map(string)
}

locals {
  tags = {
    owner       = "payments"
    cost-center = "4711"
  }
}

resource "aws_instance" "bad" {
  # want: its disks carry no owner or cost-center, which it has itself
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
  tags          = local.tags
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
  tags          = local.tags
  volume_tags   = local.tags
}

resource "aws_instance" "good_root" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
  tags          = local.tags

  root_block_device {
    volume_type = "gp3"
    tags        = local.tags
  }
}

resource "aws_instance" "open" {
  # want unknown: its disks carry no owner
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
  tags          = local.tags
  volume_tags   = var.tags
}
