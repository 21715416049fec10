# Budgets, and who hears of them.
provider "aws" {
  region = "us-east-1"
}

variable "who" {
  type = list(string)
}

resource "aws_budgets_budget" "silent" {
  # want: a budget that tells nobody
  name         = "silent"
  budget_type  = "COST"
  limit_amount = "1000"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
}

resource "google_billing_budget" "silent" {
  # want: a budget that tells nobody
  billing_account = "000000-000000-000000"

  amount {
    specified_amount {
      units = "1000"
    }
  }
}

resource "aws_budgets_budget" "later" {
  # want unknown: a budget that tells nobody
  name         = "later"
  budget_type  = "COST"
  limit_amount = "1000"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  notification {
    comparison_operator        = "GREATER_THAN"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    notification_type          = "ACTUAL"
    subscriber_email_addresses = var.who
  }
}

resource "aws_budgets_budget" "good" {
  name         = "good"
  budget_type  = "COST"
  limit_amount = "1000"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  notification {
    comparison_operator        = "GREATER_THAN"
    threshold                  = 100
    threshold_type             = "PERCENTAGE"
    notification_type          = "FORECASTED"
    subscriber_email_addresses = ["team@example.com"]
  }
}

# Its account's administrators are told.
resource "google_billing_budget" "good" {
  billing_account = "000000-000000-000000"

  amount {
    specified_amount {
      units = "1000"
    }
  }

  threshold_rules {
    threshold_percent = 0.9
  }
}
