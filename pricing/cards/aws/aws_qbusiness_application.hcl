# Users by the month, by their subscription. Capacity of the index is billed by the
# hour too, at a price that is not known here.
resource "aws_qbusiness_application" {
  usage "lite_users" {
    unit        = "users"
    description = "users with the Lite subscription"
  }
  usage "pro_users" {
    unit        = "users"
    description = "users with the Pro subscription"
  }

  cost "Lite users" {
    quantity = usage.lite_users
    unit     = "user-month"
    price    = "q/business-lite"
  }
  cost "Pro users" {
    quantity = usage.pro_users
    unit     = "user-month"
    price    = "q/business-pro"
  }
  cost "index" {
    quantity = hours
    unit     = "hour"
    price    = null
    hint     = "no source gives the price of a unit of the index"
  }

  uses "application" {
    gap = "no source says what an application runs on"
  }

  example "ten of each" {
    given   = { display_name = "assistant" }
    usage   = { lite_users = 10, pro_users = 10 }
    want    = { "Lite users" = 10, "Pro users" = 10 }
    gaps    = ["index"]
    monthly = "230.00"
    prices  = { "q/business-lite" = 3, "q/business-pro" = 20 }
    source  = "aws.amazon.com/q/business/pricing, us-east-1, 2025-03"
    status  = "partial"
  }

  example "use not given" {
    given  = { display_name = unknown }
    want   = {}
    unused = ["Lite users", "Pro users"]
    gaps   = ["index"]
  }
}
