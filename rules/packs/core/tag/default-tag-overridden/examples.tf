# Which of two values a bill shows.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "production"
      owner       = "payments"
      cost-center = "4711"
    }
  }
}

variable "owner" {
  description = "Who it is for."
  type        = string
}

resource "aws_sqs_queue" "bad" {
  # want: a resource sets owner to "checkout", default_tags to "payments"
  name = "orders"
  tags = { owner = "checkout" }
}

resource "aws_sqs_queue" "good" {
  name = "carts"
  tags = { Name = "carts" }
}

resource "aws_sqs_queue" "open" {
  name = "visits"
  tags = { owner = var.owner }
}
