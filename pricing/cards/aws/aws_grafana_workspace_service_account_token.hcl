# A service account whose token is used counts as a user active in the month, by
# its role; several tokens of one account count once, which this does not know. One
# that is never used is free; this assumes it is used.
resource "aws_grafana_workspace_service_account_token" {
  ref "account" {
    path  = "service_account_id"
    types = ["aws_grafana_workspace_service_account"]
  }

  let {
    role = refs.account == null ? null : upper(get(refs.account, "grafana_role"))
  }

  cost "active account" {
    quantity = 1
    unit     = "user-month"
    price    = let.role == null ? null : let.role == "VIEWER" ? "grafana/viewer" : "grafana/editor"
    hint     = "the service account is not in the plan, and its role decides"
  }

  uses "account" {
    gap = "no source says what a workspace runs on"
  }

  example "of an administrator" {
    given   = { service_account_id = unknown }
    refs    = { account = { grafana_role = "ADMIN" } }
    want    = { "active account" = 1 }
    monthly = "9.00"
    prices  = { "grafana/editor" = 9 }
    source  = "aws.amazon.com/grafana/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "of one that is not in the plan" {
    given  = { service_account_id = "7" }
    want   = {}
    gaps   = ["active account"]
    status = "gap"
  }

  example "role known only after apply" {
    given  = { service_account_id = unknown }
    refs   = { account = { grafana_role = unknown } }
    want   = {}
    gaps   = ["active account"]
    status = "gap"
  }
}
