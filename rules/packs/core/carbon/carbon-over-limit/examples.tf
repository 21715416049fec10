# Against the limit in the configuration, 10 kg CO2e a month.
# want: limit 10.0; most in aws_instance.bad
provider "aws" {
  region = "eu-central-1"
}

resource "aws_instance" "bad" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m5.24xlarge"
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "t4g.micro"
}
