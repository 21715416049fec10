# Looking for personal data in a log group, by the gigabyte ingested into it.
resource "aws_cloudwatch_log_data_protection_policy" {
  usage "monthly_data_scanned_gb" {
    unit        = "GB"
    description = "logs ingested, and so scanned, a month"
  }

  cost "scanned logs" {
    quantity = usage.monthly_data_scanned_gb
    unit     = "GB"
    price    = "cloudwatch/logs/data-protection"
  }

  uses "scan" {
    gap = "no source gives the energy of a scan"
  }

  example "a hundred gigabytes" {
    given   = { log_group_name = "orders" }
    usage   = { monthly_data_scanned_gb = 100 }
    want    = { "scanned logs" = 100 }
    monthly = "12.00"
    prices  = { "cloudwatch/logs/data-protection" = 0.12 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { log_group_name = unknown }
    want   = {}
    unused = ["scanned logs"]
    status = "usage"
  }
}
