# A successor that does the same work with less power.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_instance" "bad" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m5.xlarge" # want: m5.xlarge runs on older hosts than its successor
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.xlarge"
}

# Of the newest there is on Arm.
resource "aws_instance" "good_burstable" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "t4g.large"
}
