# Whose API clients speak.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_sqs_queue" "bad" {
  # want: clients speak an API only
  name = "orders"
}

resource "aws_kinesis_stream" "bad" {
  # want: clients speak an API only
  name        = "clicks"
  shard_count = 2
}

# Clients speak AMQP.
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
