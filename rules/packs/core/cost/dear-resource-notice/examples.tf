# What costs more a month than its owner should pass over.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_instance" "simulation" {
  # want: above the notice threshold of $2,000.00 in production
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7i.24xlarge"
}

resource "aws_ebs_volume" "rehearsal" {
  # want: above the notice threshold of $500.00 in non-production
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 16000

  tags = {
    environment = "staging"
  }
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}

# Its owner has agreed.
resource "aws_instance" "good_approved" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7i.24xlarge"

  tags = {
    cost-approved = "2026-03"
  }
}
