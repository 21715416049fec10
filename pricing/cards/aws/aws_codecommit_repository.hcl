# Users who work with the repositories of an account, by the month; each counts
# once however many repositories they use. The five free ones are the account's
# and not deducted here.
resource "aws_codecommit_repository" {
  usage "monthly_active_users" {
    unit        = "users"
    description = "active users this repository adds to those of the account's others"
  }

  cost "active users" {
    quantity = usage.monthly_active_users
    unit     = "user-month"
    price    = "codecommit/user"
    whole    = true
  }

  uses "repository" {
    gap = "no source gives the energy of a repository"
  }

  example "ten users" {
    given   = { repository_name = "orders" }
    usage   = { monthly_active_users = 10 }
    want    = { "active users" = 10 }
    monthly = "10.00"
    prices  = { "codecommit/user" = 1 }
    source  = "aws.amazon.com/codecommit/pricing, all regions, 2024-08"
    status  = "priced"
  }

  example "use not given" {
    given  = { repository_name = unknown }
    want   = {}
    unused = ["active users"]
    status = "usage"
  }
}
