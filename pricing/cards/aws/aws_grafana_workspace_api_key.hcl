# A key that is used counts as a user active in the month, by its role. One that is
# never used is free; this assumes it is used.
resource "aws_grafana_workspace_api_key" {
  let {
    role = upper(self.key_role)
  }

  cost "active key" {
    quantity = 1
    unit     = "user-month"
    price    = let.role == "VIEWER" ? "grafana/viewer" : "grafana/editor"
  }

  uses "key" {
    gap = "no source says what a workspace runs on"
  }

  example "of an editor" {
    given   = { key_role = "EDITOR", seconds_to_live = 2592000 }
    want    = { "active key" = 1 }
    monthly = "9.00"
    prices  = { "grafana/editor" = 9 }
    source  = "aws.amazon.com/grafana/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "of a viewer" {
    given   = { key_role = "VIEWER" }
    want    = { "active key" = 1 }
    monthly = "5.00"
    prices  = { "grafana/viewer" = 5 }
    source  = "aws.amazon.com/grafana/pricing, us-east-1, 2024-08"
  }

  example "role known only after apply" {
    given  = { key_role = unknown }
    want   = {}
    gaps   = ["active key"]
    status = "gap"
  }
}
