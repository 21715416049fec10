# A user by the month, by role: administrators cost as authors do, Pro roles more.
# In the standard edition all users cost the same.
resource "aws_quicksight_user" {
  usage "edition" {
    values      = ["standard", "enterprise"]
    default     = "enterprise"
    description = "edition of the account's subscription: standard or enterprise"
  }

  let {
    role     = lower(self.user_role)
    standard = lower(usage.edition) == "standard"
    kind     = startswith(let.role, "reader") ? "reader" : "author"
    pro      = endswith(let.role, "_pro") ? "-pro" : ""
  }

  cost "user" {
    quantity = 1
    unit     = "user-month"
    price    = let.standard ? "quicksight/standard/user" : "quicksight/enterprise/${let.kind}${let.pro}"
  }

  uses "user" {
    gap = "no source gives the energy of a user"
  }

  example "a reader" {
    given   = { user_role = "READER" }
    want    = { user = 1 }
    monthly = "3.00"
    prices  = { "quicksight/enterprise/reader" = 3 }
    source  = "aws.amazon.com/quicksight/pricing, us-east-1, 2025-03"
    status  = "priced"
  }

  example "an administrator" {
    given   = { user_role = "ADMIN" }
    want    = { user = 1 }
    monthly = "24.00"
    prices  = { "quicksight/enterprise/author" = 24 }
    source  = "aws.amazon.com/quicksight/pricing, all regions, 2025-03"
  }

  example "an author with Pro" {
    given   = { user_role = "AUTHOR_PRO" }
    want    = { user = 1 }
    monthly = "50.00"
    prices  = { "quicksight/enterprise/author-pro" = 50 }
    source  = "aws.amazon.com/quicksight/pricing, us-east-1, 2025-03"
  }

  example "in the standard edition" {
    given   = { user_role = "AUTHOR" }
    usage   = { edition = "standard" }
    want    = { user = 1 }
    monthly = "12.00"
    prices  = { "quicksight/standard/user" = 12 }
    source  = "aws.amazon.com/quicksight/pricing, all regions, 2025-03"
  }

  example "role known only after apply" {
    given  = { user_role = unknown }
    want   = {}
    gaps   = ["user"]
    status = "gap"
  }
}
