# Streams and brokers, most of them for tests.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "test" }
  }
}

provider "azurerm" {
  features {}
}

provider "google" {
  default_labels = { environment = "test" }
}

variable "shards" {
  type = number
}

resource "aws_kinesis_stream" "clicks" {
  # want: 8 shards; the cap in non-production is 2
  # want: records are kept for 168 hours
  name             = "clicks"
  shard_count      = 8
  retention_period = 168
}

resource "aws_mq_broker" "orders" {
  # want: ACTIVE_STANDBY_MULTI_AZ: brokers that wait
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  deployment_mode    = "ACTIVE_STANDBY_MULTI_AZ"

  user {
    username = "orders"
    password = "not-a-real-one-0"
  }
}

resource "azurerm_servicebus_namespace" "orders" {
  # want: premium tier in non-production
  name                         = "orders"
  location                     = "westeurope"
  resource_group_name          = "rg-orders"
  sku                          = "Premium"
  capacity                     = 1
  premium_messaging_partitions = 1
  tags                         = { environment = "test" }
}

resource "google_pubsub_subscription" "audit" {
  # want: messages are kept for 168 hours after they were acknowledged
  name                  = "audit"
  topic                 = "orders"
  retain_acked_messages = true
}

resource "aws_kinesis_stream" "later" {
  # want unknown: shard_count is not known
  name        = "later"
  shard_count = var.shards
}

resource "aws_kinesis_stream" "good" {
  name = "good"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

resource "google_pubsub_subscription" "good" {
  name  = "good"
  topic = "orders"
}

# Production keeps a week and has its standby.
resource "aws_kinesis_stream" "good_production" {
  name             = "good-production"
  shard_count      = 8
  retention_period = 168
  tags             = { environment = "production" }
}
