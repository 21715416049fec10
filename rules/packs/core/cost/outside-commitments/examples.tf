# _plan/.iaclint.hcl says what was bought.
provider "aws" {
  region = "ca-central-1"
}

variable "type" {
  type = string
}

resource "aws_instance" "bad" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "c7g.large" # want: c7g.large in ca-central-1 is outside the commitments
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}

resource "aws_instance" "depends" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = var.type # want unknown: instance_type is not known
}
