provider "aws" {
  region = "eu-west-1"
}

variable "delete" {
  type = bool
}

resource "aws_launch_template" "workers" {
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  block_device_mappings {
    # want: each machine made from this leaves a disk behind
    device_name = "/dev/xvda"

    ebs {
      volume_size           = 40
      volume_type           = "gp3"
      delete_on_termination = false
    }
  }
}

resource "aws_launch_template" "good" {
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size           = 40
      volume_type           = "gp3"
      delete_on_termination = true
    }
  }
}

resource "aws_instance" "test" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  root_block_device {
    delete_on_termination = false # want: the disk stays, and is paid for
  }

  tags = {
    environment = "test"
  }
}

resource "aws_instance" "live" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  root_block_device {
    delete_on_termination = false
  }

  tags = {
    environment = "production"
  }
}

resource "aws_instance" "depends" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  root_block_device {
    delete_on_termination = var.delete # want unknown: delete_on_termination
  }

  tags = {
    environment = "test"
  }
}
