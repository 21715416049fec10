# Looking for personal data in the messages of a topic, by the gigabyte that
# passes; what an audit finds is reported by the gigabyte too. Both ways are
# scanned where the policy says both.
resource "aws_sns_topic_data_protection_policy" {
  usage "monthly_data_scanned_gb" {
    unit        = "GB"
    description = "messages scanned a month, each direction on its own"
  }
  usage "monthly_audit_report_gb" {
    unit        = "GB"
    default     = null
    description = "messages a month on which an audit reports"
  }

  cost "scanned data" {
    quantity = usage.monthly_data_scanned_gb
    unit     = "GB"
    price    = "sns/data-protection/scan"
  }

  cost "audit reports" {
    when     = usage.monthly_audit_report_gb != null
    quantity = usage.monthly_audit_report_gb
    unit     = "GB"
    price    = "sns/data-protection/audit"
  }

  uses "scan" {
    gap = "no source gives the energy of a scan"
  }

  example "scan with an audit" {
    given   = {}
    usage   = { monthly_data_scanned_gb = 100, monthly_audit_report_gb = 10 }
    want    = { "scanned data" = 100, "audit reports" = 10 }
    monthly = "10.00"
    prices  = { "sns/data-protection/scan" = 0.08, "sns/data-protection/audit" = 0.20 }
    source  = "aws.amazon.com/sns/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = {}
    want   = {}
    unused = ["scanned data"]
    status = "usage"
  }
}
