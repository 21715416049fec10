# Nothing to say of source: what is removed, a plan tells.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}
