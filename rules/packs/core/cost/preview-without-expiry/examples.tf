# The folder does not look like a preview; what is past its date is told anywhere.
provider "aws" {
  region = "eu-west-1"
}

variable "end" {
  type = string
}

resource "aws_instance" "forgotten" {
  # want: expires = 2026-10-01 is past: 1 resource still cost
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
  tags          = { expires = "2026-10-01" }
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
  tags          = { expires = "2026-12-01" }
}

resource "aws_instance" "good_later" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
  tags          = { expires = var.end }
}
