# Shield Advanced: one fee a month for all accounts of an organization, for at
# least a year. What protected resources send out is billed on the protections.
resource "aws_shield_subscription" {
  cost "Shield Advanced" {
    quantity = 1
    unit     = "month"
    price    = "shield/advanced"
    region   = "us-east-1"
  }

  uses "shield" {
    gap = "no source gives the energy of a service against attacks"
  }

  example "one subscription" {
    given   = { auto_renew = "ENABLED" }
    want    = { "Shield Advanced" = 1 }
    monthly = "3000.00"
    prices  = { "shield/advanced" = 3000 }
    source  = "aws.amazon.com/shield/pricing, all regions, 2025-05"
    status  = "priced"
  }

  example "renewal known only after apply" {
    given  = { auto_renew = unknown }
    want   = { "Shield Advanced" = 1 }
    status = "priced"
  }
}
