# What happens to the passwords of users on the day of leaving.
provider "aws" {
  region = "eu-west-1"
}

variable "first_factor" {
  description = "PASSWORD, EMAIL_OTP or WEB_AUTHN."
  type        = string
}

resource "aws_cognito_user_pool" "bad" {
  # want: Cognito user pool: users reset their passwords or move one by one at login when you leave
  name = "customers"
}

# Nobody has a password here.
resource "aws_cognito_user_pool" "good" {
  name = "employees"

  sign_in_policy {
    allowed_first_auth_factors = ["EMAIL_OTP", "WEB_AUTHN"]
  }
}

resource "aws_cognito_user_pool" "open" {
  # want unknown: sign_in_policy.allowed_first_auth_factors
  name = "partners"

  sign_in_policy {
    allowed_first_auth_factors = [var.first_factor]
  }
}
