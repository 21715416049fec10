provider "aws" {
  region = "eu-west-1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.20.0.0/24"
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.20.10.0/24"
}

resource "aws_eip" "nat" {
  domain = "vpc"
}

resource "aws_nat_gateway" "bad" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.public.id
  # want: no gateway endpoint in the plan: traffic to S3 and DynamoDB is processed by NAT, 500 GB
}

# An interface endpoint does not take that traffic off the gateway. One for S3
# of type Gateway would, and silence the rule:
#
#   resource "aws_vpc_endpoint" "s3" {
#     vpc_id            = aws_vpc.main.id
#     service_name      = "com.amazonaws.eu-west-1.s3"
#     vpc_endpoint_type = "Gateway"
#     route_table_ids   = [aws_route_table.private.id]
#   }
resource "aws_vpc_endpoint" "good" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.eu-west-1.ssm"
  vpc_endpoint_type = "Interface"
  subnet_ids        = [aws_subnet.private.id]
}
