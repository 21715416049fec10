provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "staging"
    }
  }
}

variable "detailed" {
  type = bool
}

resource "aws_instance" "bad" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
  monitoring    = true # want: detailed monitoring in non-production
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}

resource "aws_instance" "depends" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
  monitoring    = var.detailed # want unknown: monitoring is not known
}

resource "aws_instance" "live" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
  monitoring    = true

  tags = {
    environment = "production"
  }
}
