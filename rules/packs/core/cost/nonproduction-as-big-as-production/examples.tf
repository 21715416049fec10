provider "aws" {
  region = "eu-west-1"
}

# One root for both environments, of the same size.
resource "aws_instance" "orders" {
  # want: 100 % of production's
  for_each = toset(["production", "test"])

  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7i.2xlarge"

  root_block_device {
    volume_type = "gp3"
    volume_size = 50
  }

  tags = {
    environment = each.key
  }
}
