# Nothing to say of source: it judges the difference between before and after, and source has no before.
provider "aws" {
  region = "eu-north-1"
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}
