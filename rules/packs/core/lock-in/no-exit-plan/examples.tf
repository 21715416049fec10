# How a service would be left. The name of the tag is set in .iaclint.hcl.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "production" }
  }
}

variable "tags" {
  description = "Tags of a team."
  type        = map(string)
}

resource "aws_kinesis_stream" "bad" {
  # want: is grade 3 of 4, and no exit-plan tag says how it would be left
  name        = "clicks"
  shard_count = 2
}

resource "aws_kinesis_stream" "good" {
  name        = "orders"
  shard_count = 2

  tags = { exit-plan = "https://wiki.example.org/exit/orders" }
}

resource "aws_kinesis_stream" "open" {
  # want unknown: and no exit-plan tag says how it would be left
  name        = "visits"
  shard_count = 2
  tags        = var.tags
}

# A queue of an open protocol.
resource "aws_mq_broker" "good" {
  broker_name        = "orders"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.t3.micro"

  user {
    username = "orders"
    password = "kept in a vault"
  }
}
