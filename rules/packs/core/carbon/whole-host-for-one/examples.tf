# Who else uses the host.
provider "aws" {
  region = "eu-west-1"
}

variable "size" {
  description = "Type of machine."
  type        = string
}

resource "aws_instance" "bad" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m5.metal" # want: m5.metal is a whole host, however much of it is used:
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.4xlarge"
}

resource "aws_instance" "good_hypervisor" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m5.metal"
  tags          = { dedicated-reason = "runs a hypervisor of its own" }
}

resource "aws_instance" "open" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = var.size # want unknown: instance_type is not known
}
