# Users active in a month, at the rate of the pool's plan; users who come through
# SAML or OpenID Connect have a rate of their own in the Lite plan, and threat
# protection is billed on top there. What an account has free is not deducted.
# Texts and mails are billed elsewhere; clients for machines are their own type.
resource "aws_cognito_user_pool" {
  assume "user_pool_tier" {
    value = "ESSENTIALS"
    why   = "Essentials, the service's default for new pools"
  }
  assume "user_pool_add_ons" {
    value = []
    why   = "no threat protection"
  }

  usage "monthly_active_users" {
    unit        = "users"
    description = "users active in a month who sign in here or through a social provider"
  }
  usage "monthly_federated_users" {
    unit        = "users"
    default     = null
    description = "users active in a month who come through SAML or OpenID Connect"
  }

  let {
    plan   = lower(coalesce(self.user_pool_tier, "ESSENTIALS"))
    mode   = upper(coalesce(get(self.user_pool_add_ons, "advanced_security_mode"), "OFF"))
    threat = let.plan == "lite" && let.mode != "OFF"
  }

  cost "active users" {
    quantity = usage.monthly_active_users
    unit     = "user-month"
    price    = "cognito/${let.plan}/users"
  }

  cost "federated users" {
    when     = usage.monthly_federated_users != null
    quantity = usage.monthly_federated_users
    unit     = "user-month"
    price    = let.plan == "lite" ? "cognito/lite/federated" : "cognito/${let.plan}/users"
  }

  cost "threat protection" {
    when     = let.threat
    quantity = usage.monthly_active_users
    unit     = "user-month"
    price    = "cognito/lite/advanced-security"
  }

  uses "pool" {
    gap = "no source gives the energy of a user directory"
  }

  example "Essentials, the default" {
    given   = { user_pool_tier = unknown, user_pool_add_ons = unknown }
    omitted = ["user_pool_tier", "user_pool_add_ons"]
    usage   = { monthly_active_users = 20000 }
    want    = { "active users" = 20000 }
    monthly = "300.00"
    prices  = { "cognito/essentials/users" = 0.015 }
    source  = "aws.amazon.com/cognito/pricing, us-east-1, 2026-09"
    status  = "priced"
  }

  example "Lite, in steps" {
    given   = { user_pool_tier = "LITE", user_pool_add_ons = [] }
    usage   = { monthly_active_users = 100000, monthly_federated_users = 100 }
    want    = { "active users" = 100000, "federated users" = 100 }
    monthly = "506.50" # 50,000 x 0.0055 + 50,000 x 0.0046 + 100 x 0.015
    prices  = { "cognito/lite/users" = 0.0055, "cognito/lite/federated" = 0.015 }
    source  = "aws.amazon.com/cognito/pricing, us-east-1, 2025-03"
  }

  example "Lite with threat protection" {
    given   = { user_pool_tier = "LITE", user_pool_add_ons = [{ advanced_security_mode = "ENFORCED" }] }
    usage   = { monthly_active_users = 1000 }
    want    = { "active users" = 1000, "threat protection" = 1000 }
    monthly = "55.50"
    prices  = { "cognito/lite/users" = 0.0055, "cognito/lite/advanced-security" = 0.05 }
    source  = "aws.amazon.com/cognito/pricing, us-east-1, 2025-03"
  }

  example "Plus has threat protection in it" {
    given   = { user_pool_tier = "PLUS", user_pool_add_ons = [{ advanced_security_mode = "ENFORCED" }] }
    usage   = { monthly_active_users = 1000 }
    want    = { "active users" = 1000 }
    monthly = "20.00"
    prices  = { "cognito/plus/users" = 0.02 }
    source  = "aws.amazon.com/cognito/pricing, us-east-1, 2026-09"
  }

  example "use not given" {
    given  = { user_pool_tier = "PLUS", user_pool_add_ons = [] }
    want   = {}
    unused = ["active users"]
    status = "usage"
  }

  example "plan known only after apply" {
    given  = { user_pool_tier = unknown, user_pool_add_ons = [] }
    usage  = { monthly_active_users = 1000 }
    want   = {}
    gaps   = ["active users"]
    status = "gap"
  }
}
