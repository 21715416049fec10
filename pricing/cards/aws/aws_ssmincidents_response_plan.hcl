# A response plan of Incident Manager, by the month. Calls and texts beyond those
# included are billed by country and not here.
resource "aws_ssmincidents_response_plan" {
  cost "plan" {
    quantity = 1
    unit     = "plan-month"
    price    = "ssm/response-plan"
  }

  uses "plan" {
    gap = "no source gives the energy of a plan"
  }

  example "one plan" {
    given   = { name = "outage" }
    want    = { plan = 1 }
    monthly = "7.00"
    prices  = { "ssm/response-plan" = 7 }
    source  = "aws.amazon.com/systems-manager/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "name known only after apply" {
    given  = { name = unknown }
    want   = { plan = 1 }
    status = "priced"
  }
}
