# prod, Prod and production are three lines of the bill.
provider "aws" {
  region = "eu-west-1"
}

variable "cost_center" {
  description = "Given by the pipeline."
  type        = string
}

resource "aws_sqs_queue" "bad" {
  name = "invoices"

  # want: environment = "Prod" is none of production, staging and pr-*
  # want: cost-center = "cc-4711" does not match ^[0-9]{4}$
  # want: owner = "TODO" is a placeholder
  tags = {
    environment = "Prod"
    cost-center = "cc-4711"
    owner       = "TODO"
  }
}

resource "aws_sqs_queue" "good" {
  name = "orders"

  tags = {
    environment = "pr-214"
    cost-center = "4711"
    owner       = "payments"
  }
}

resource "aws_sqs_queue" "open" {
  name = "drafts"

  # want unknown: cannot tell whether the value of cost-center is allowed: it is not known
  tags = {
    environment = "staging"
    cost-center = var.cost_center
    owner       = "payments"
  }
}
