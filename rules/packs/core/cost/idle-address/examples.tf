# Public addresses, and what answers at them.
provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  project = "example-web"
  region  = "europe-west4"
}

variable "instance" {
  type = string
}

resource "aws_eip" "spare" {
  # want: nothing in the plan uses it
  domain = "vpc"
}

# A name that leads to an address does not make it answer.
resource "aws_eip" "named" {
  # want: nothing in the plan uses it
  domain = "vpc"
}

resource "aws_route53_record" "named" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "old.example.com"
  type    = "A"
  ttl     = 300
  records = [aws_eip.named.public_ip]
}

resource "google_compute_address" "spare" {
  # want: nothing in the plan uses it
  name = "spare"
}

resource "aws_eip" "passed_in" {
  # want unknown: nothing in the plan uses it
  domain   = "vpc"
  instance = var.instance
}

resource "aws_instance" "web" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}

resource "aws_eip" "good" {
  domain   = "vpc"
  instance = aws_instance.web.id
}

resource "aws_eip" "good_gateway" {
  domain = "vpc"
}

resource "aws_nat_gateway" "main" {
  allocation_id = aws_eip.good_gateway.id
  subnet_id     = "subnet-0a1b2c3d"
}

# Addresses inside a network cost nothing.
resource "google_compute_address" "good" {
  name         = "inside"
  address_type = "INTERNAL"
}
