# Memory for each vCPU.
provider "aws" {
  region = "eu-west-1"
}

variable "size" {
  description = "Type of machine."
  type        = string
}

resource "aws_instance" "bad" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "x2gd.2xlarge" # want: x2gd.2xlarge has 128 GiB for 8 vCPU, more than 8 GiB each
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "r7g.2xlarge"
}

resource "aws_instance" "good_index" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "x2gd.2xlarge"
  tags          = { memory-reason = "the whole index is kept in memory" }
}

resource "aws_instance" "open" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = var.size # want unknown: instance_type is not known
}
