# Security checks, in steps, and findings that come from elsewhere. The ten
# thousand free findings of a month are not deducted. The rules of AWS Config that
# the checks use are not billed, what records the configuration is.
resource "aws_securityhub_account" {
  usage "monthly_security_checks" {
    unit        = "checks"
    description = "checks of resources against the controls that are on, a month"
  }
  usage "monthly_findings" {
    unit        = "findings"
    default     = null
    description = "findings taken in from other products a month"
  }

  cost "security checks" {
    quantity = usage.monthly_security_checks
    unit     = "check"
    price    = "securityhub/security-check"
  }

  cost "findings" {
    when     = usage.monthly_findings != null
    quantity = usage.monthly_findings / 10000
    unit     = "10k-events"
    price    = "securityhub/finding-ingestion"
    whole    = true
  }

  uses "hub" {
    gap = "no source gives the energy of a check"
  }

  example "into the second step" {
    given   = { enable_default_standards = true }
    usage   = { monthly_security_checks = 150000, monthly_findings = 100000 }
    want    = { "security checks" = 150000, findings = 10 }
    monthly = "143.00" # 100,000 x 0.001 + 50,000 x 0.0008 + 10 x 0.30
    prices  = { "securityhub/security-check" = 0.001, "securityhub/finding-ingestion" = 0.30 }
    source  = "aws.amazon.com/security-hub/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { enable_default_standards = unknown }
    want   = {}
    unused = ["security checks"]
    status = "usage"
  }
}
