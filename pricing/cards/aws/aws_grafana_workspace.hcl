# Users who are active in a month: those who may change dashboards, and those who
# only look; the enterprise plugins by active user. Keys and service accounts that
# are used count as users too, and are resources of their own.
resource "aws_grafana_workspace" {
  usage "monthly_active_editors" {
    unit        = "users"
    description = "administrators and editors active in a month"
  }
  usage "monthly_active_viewers" {
    unit        = "users"
    description = "viewers active in a month"
  }
  usage "monthly_enterprise_users" {
    unit        = "users"
    default     = null
    description = "users active in a month where the enterprise plugins are on"
  }

  cost "editors" {
    quantity = usage.monthly_active_editors
    unit     = "user-month"
    price    = "grafana/editor"
  }
  cost "viewers" {
    quantity = usage.monthly_active_viewers
    unit     = "user-month"
    price    = "grafana/viewer"
  }
  cost "enterprise plugins" {
    when     = usage.monthly_enterprise_users != null
    quantity = usage.monthly_enterprise_users
    unit     = "user-month"
    price    = "grafana/enterprise-plugins"
  }

  uses "workspace" {
    gap = "no source says what a workspace runs on"
  }

  example "two editors, ten viewers" {
    given   = { account_access_type = "CURRENT_ACCOUNT" }
    usage   = { monthly_active_editors = 2, monthly_active_viewers = 10, monthly_enterprise_users = 12 }
    want    = { editors = 2, viewers = 10, "enterprise plugins" = 12 }
    monthly = "608.00"
    prices  = { "grafana/editor" = 9, "grafana/viewer" = 5, "grafana/enterprise-plugins" = 45 }
    source  = "aws.amazon.com/grafana/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "use not given" {
    given  = { account_access_type = unknown }
    want   = {}
    unused = ["editors", "viewers"]
    status = "usage"
  }
}
