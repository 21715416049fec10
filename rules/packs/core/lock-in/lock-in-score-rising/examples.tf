# Nothing to say of source: it judges how the score moves, and source has no before.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}
