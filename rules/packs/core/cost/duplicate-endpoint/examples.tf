provider "aws" {
  region = "eu-west-1"
}

variable "service" {
  type = string
}

resource "aws_vpc" "main" {
  # want: 2 interface endpoints for com.amazonaws.eu-west-1.ecr.api
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc_endpoint" "registry" {
  vpc_id            = aws_vpc.main.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-west-1.ecr.api"
}

resource "aws_vpc_endpoint" "registry_again" {
  vpc_id            = aws_vpc.main.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-west-1.ecr.api"
}

resource "aws_vpc_endpoint" "good" {
  vpc_id            = aws_vpc.main.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-west-1.ecr.dkr"
}

# Objects are reached by a gateway for nothing, and from elsewhere by an interface.
resource "aws_vpc_endpoint" "good_gateway" {
  vpc_id       = aws_vpc.main.id
  service_name = "com.amazonaws.eu-west-1.s3"
}

resource "aws_vpc" "depends" {
  # want unknown: service_name is not known
  cidr_block = "10.1.0.0/16"
}

resource "aws_vpc_endpoint" "known" {
  vpc_id            = aws_vpc.depends.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-west-1.sqs"
}

resource "aws_vpc_endpoint" "open" {
  vpc_id            = aws_vpc.depends.id
  vpc_endpoint_type = "Interface"
  service_name      = var.service
}
