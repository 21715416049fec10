# Most of this money is billed for something nobody publishes the power of.
# want: 12 % of $119.43 a month has a carbon figure; without: aws_nat_gateway
provider "aws" {
  region = "eu-west-1"
}

resource "aws_nat_gateway" "bad" {
  count = 3

  allocation_id = "eipalloc-0123456789abcdef${count.index}"
  subnet_id     = "subnet-0a1b2c3d"
}

# A machine has a figure.
resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "t4g.small"
}
