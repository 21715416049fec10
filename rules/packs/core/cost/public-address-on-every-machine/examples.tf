provider "aws" {
  region = "eu-west-1"
}

variable "public" {
  type = bool
}

resource "aws_launch_template" "workers" {
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  network_interfaces {
    associate_public_ip_address = true # want: every machine made from this has a public IPv4 address
  }
}

# Two of them may have one.
resource "aws_instance" "bastion" {
  count = 2

  ami                         = "ami-0c1bc246476a5572b"
  instance_type               = "m7g.medium"
  associate_public_ip_address = true
}

resource "aws_launch_template" "good" {
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  network_interfaces {
    associate_public_ip_address = false
  }
}

resource "aws_launch_template" "depends" {
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  network_interfaces {
    associate_public_ip_address = var.public # want unknown: associate_public_ip_address
  }
}
