# A policy for all log groups of an account. Only data protection is billed: by
# the gigabyte ingested, for what the groups do not scan already.
resource "aws_cloudwatch_log_account_policy" {
  usage "monthly_data_scanned_gb" {
    unit        = "GB"
    description = "logs a month scanned by the policy of the account"
  }

  cost "scanned logs" {
    when     = upper(self.policy_type) == "DATA_PROTECTION_POLICY"
    quantity = usage.monthly_data_scanned_gb
    unit     = "GB"
    price    = "cloudwatch/logs/data-protection"
  }

  uses "scan" {
    when = upper(self.policy_type) == "DATA_PROTECTION_POLICY"
    gap  = "no source gives the energy of a scan"
  }

  example "data protection" {
    given   = { policy_type = "DATA_PROTECTION_POLICY" }
    usage   = { monthly_data_scanned_gb = 50 }
    want    = { "scanned logs" = 50 }
    monthly = "6.00"
    prices  = { "cloudwatch/logs/data-protection" = 0.12 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "a subscription filter is free" {
    given  = { policy_type = "SUBSCRIPTION_FILTER_POLICY" }
    want   = {}
    status = "free"
  }

  example "kind known only after apply" {
    given  = { policy_type = unknown }
    want   = {}
    gaps   = ["scanned logs"]
    status = "gap"
  }
}
