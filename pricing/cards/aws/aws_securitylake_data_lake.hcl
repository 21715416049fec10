# Logs brought into the lake, by the gigabyte: management events of CloudTrail at
# one rate, other logs of AWS in steps, and turning them into the common format.
# Where they are kept is a bucket, which is billed itself; replication too.
resource "aws_securitylake_data_lake" {
  usage "monthly_management_events_gb" {
    unit        = "GB"
    description = "management events of CloudTrail brought in a month"
  }
  usage "monthly_other_logs_gb" {
    unit        = "GB"
    description = "other logs of AWS brought in a month"
  }
  usage "monthly_normalised_gb" {
    unit        = "GB"
    description = "logs turned into the common format a month"
  }

  cost "management events" {
    quantity = usage.monthly_management_events_gb
    unit     = "GB"
    price    = "security-lake/cloudtrail-management"
  }
  cost "other logs" {
    quantity = usage.monthly_other_logs_gb
    unit     = "GB"
    price    = "security-lake/other-logs"
  }
  cost "common format" {
    quantity = usage.monthly_normalised_gb
    unit     = "GB"
    price    = "security-lake/normalisation"
  }

  uses "lake" {
    gap = "no source gives the energy of taking logs in"
  }

  example "other logs into the second step" {
    given   = { meta_store_manager_role_arn = unknown }
    usage   = { monthly_management_events_gb = 100, monthly_other_logs_gb = 11240, monthly_normalised_gb = 11340 }
    want    = { "management events" = 100, "other logs" = 11240, "common format" = 11340 }
    monthly = "3181.90" # 75 + (10,240 x 0.25 + 1,000 x 0.15) + 11,340 x 0.035
    prices  = { "security-lake/cloudtrail-management" = 0.75, "security-lake/other-logs" = 0.25, "security-lake/normalisation" = 0.035 }
    source  = "aws.amazon.com/security-lake/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "use not given" {
    given  = { meta_store_manager_role_arn = unknown }
    want   = {}
    unused = ["management events", "other logs", "common format"]
    status = "usage"
  }
}
