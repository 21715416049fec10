# A budget with actions that are on, by the day. It is one fee for the budget
# however many actions it has, so the other actions of it are free; the two budgets
# an account has free are not deducted either: say how many days are charged.
resource "aws_budgets_budget_action" {
  usage "charged_days" {
    unit        = "days"
    description = "days a month that this action adds to the bill: none for a second action of a budget, or for one of the two free budgets"
  }

  cost "budget with actions" {
    quantity = usage.charged_days
    unit     = "day"
    price    = "budgets/action-enabled"
    region   = "us-east-1"
  }

  uses "action" {
    gap = "no source gives the energy of a budget"
  }

  example "the first action of a third budget" {
    given   = { action_type = "APPLY_IAM_POLICY" }
    usage   = { charged_days = 30 }
    want    = { "budget with actions" = 30 }
    monthly = "3.00"
    prices  = { "budgets/action-enabled" = 0.10 }
    source  = "aws.amazon.com/aws-cost-management/aws-budgets/pricing, all regions, 2024-08"
    status  = "priced"
  }

  example "use not given" {
    given  = { action_type = unknown }
    want   = {}
    unused = ["budget with actions"]
    status = "usage"
  }
}
