# A dashboard by the month. The three that an account has free, of up to fifty
# metrics each, are the account's and not deducted here.
resource "aws_cloudwatch_dashboard" {
  cost "dashboard" {
    quantity = 1
    unit     = "dashboard-month"
    price    = "cloudwatch/dashboard"
  }

  uses "dashboard" {
    gap = "no source gives the energy of a dashboard"
  }

  example "one dashboard" {
    given   = { dashboard_name = "orders" }
    want    = { dashboard = 1 }
    monthly = "3.00"
    prices  = { "cloudwatch/dashboard" = 3 }
    source  = "aws.amazon.com/cloudwatch/pricing, all regions, 2025-09"
    status  = "priced"
  }

  example "what it shows known only after apply" {
    given  = { dashboard_name = unknown, dashboard_body = unknown }
    want   = { dashboard = 1 }
    status = "priced"
  }
}
