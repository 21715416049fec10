provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "staging"
    }
  }
}

variable "kind" {
  type = string
}

resource "aws_vpc" "bad" {
  # want: 6 interface endpoints in non-production
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc_endpoint" "all" {
  for_each = toset(["ecr.api", "ecr.dkr", "logs", "sqs", "sns", "ssm"])

  vpc_id            = aws_vpc.bad.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-west-1.${each.key}"
}

resource "aws_vpc" "good" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_vpc_endpoint" "few" {
  for_each = toset(["ecr.api", "ecr.dkr"])

  vpc_id            = aws_vpc.good.id
  vpc_endpoint_type = "Interface"
  service_name      = "com.amazonaws.eu-west-1.${each.key}"
}

resource "aws_vpc" "depends" {
  # want unknown: vpc_endpoint_type is not known
  cidr_block = "10.2.0.0/16"
}

resource "aws_vpc_endpoint" "open" {
  for_each = toset(["ecr.api", "ecr.dkr", "logs", "sqs", "sns", "ssm"])

  vpc_id            = aws_vpc.depends.id
  vpc_endpoint_type = var.kind
  service_name      = "com.amazonaws.eu-west-1.${each.key}"
}
