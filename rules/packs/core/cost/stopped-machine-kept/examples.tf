provider "aws" {
  region = "eu-west-1"
}

variable "state" {
  type = string
}

resource "aws_instance" "all" {
  for_each = toset(["old", "live", "later"])

  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}

resource "aws_ec2_instance_state" "bad" {
  instance_id = aws_instance.all["old"].id
  state       = "stopped" # want: is kept stopped: its disks and addresses are paid for all the same
}

resource "aws_ec2_instance_state" "good" {
  instance_id = aws_instance.all["live"].id
  state       = "running"
}

resource "aws_ec2_instance_state" "depends" {
  instance_id = aws_instance.all["later"].id
  state       = var.state # want unknown: state is not known
}
