# Budgets beside what they watch, some $480 a month.
provider "aws" {
  region = "eu-west-1"
}

variable "limit" {
  description = "USD a month."
  type        = string
}

resource "aws_instance" "ledger" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.4xlarge"
}

resource "aws_budgets_budget" "bad" {
  name         = "too-small"
  budget_type  = "COST"
  limit_amount = "100" # want: $100.00 a month, but the plan spends
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
}

# A hundred and fifty a month.
resource "aws_budgets_budget" "bad_quarter" {
  name         = "too-small-a-quarter"
  budget_type  = "COST"
  limit_amount = "450" # want: $150.00 a month, but the plan spends
  limit_unit   = "USD"
  time_unit    = "QUARTERLY"
}

resource "aws_budgets_budget" "good" {
  name         = "all"
  budget_type  = "COST"
  limit_amount = "2000"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
}

# Of one service only: nobody can say what of the estimate it watches.
resource "aws_budgets_budget" "good_filtered" {
  name         = "queues"
  budget_type  = "COST"
  limit_amount = "100"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  cost_filter {
    name   = "Service"
    values = ["Amazon Simple Queue Service"]
  }
}

resource "aws_budgets_budget" "open" {
  name         = "asked-for"
  budget_type  = "COST"
  limit_amount = var.limit # want unknown: limit_amount
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
}
