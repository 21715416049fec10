# Against the limit in the configuration, $200 a month.
# want: over the limit of $200.00; dearest: aws_instance.bad
provider "aws" {
  region = "eu-west-1"
}

resource "aws_instance" "bad" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.4xlarge"
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "t4g.micro"
}
