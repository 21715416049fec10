# What is stored has to be carried out one day.
# want: once to take the data out at list price, limit $500.00
provider "aws" {
  region = "eu-west-1"
}

resource "aws_ebs_volume" "bad" {
  availability_zone = "eu-west-1a"
  type              = "st1"
  size              = 16000
}

resource "aws_ebs_volume" "good" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 50
}
