# Not a type of the provider: what watching an RDS or Aurora machine costs, a
# piece of RDS instances, clusters and their instances.
#
# Seven days of Performance Insights are free. Longer retention has a price for
# the first month and a smaller one for each further month kept, by vCPU (by
# ACU of a serverless machine). Database Insights in advanced mode is billed by
# vCPU-hour and includes fifteen months of retention.
resource "aws_rds_insights" {
  usage "monthly_additional_performance_insights_requests" {
    unit        = "requests"
    default     = null
    description = "API requests of Performance Insights above the free million"
  }

  let {
    on       = coalesce(self.enabled, false)
    advanced = coalesce(self.mode, "standard") == "advanced"
    days     = coalesce(self.retention, 7)
    long     = let.on && !let.advanced && let.days > 7
    # Allowed are 7 days, whole months of 31 days, and 731 days for two years.
    months = let.days >= 731 ? 24 : max(1, floor(let.days / 31))
    kind   = coalesce(self.serverless, false) ? "acu" : "vcpu"
  }

  cost "first month" {
    when     = let.long
    quantity = self.size
    unit     = "vCPU-month"
    price    = "rds/performance-insights/first-month-${let.kind}"
  }

  cost "further months" {
    when     = let.long
    quantity = self.size * (let.months - 1)
    unit     = "vCPU-month"
    price    = "rds/performance-insights/long-term-${let.kind}"
  }

  cost "Database Insights" {
    when     = let.advanced && let.kind == "vcpu"
    quantity = self.size * hours
    unit     = "vCPU-hour"
    price    = "cloudwatch/database-insights/vcpu"
  }

  cost "Database Insights by ACU" {
    when     = let.advanced && let.kind == "acu"
    quantity = self.size * hours
    unit     = "ACU-hour"
    price    = "cloudwatch/database-insights/acu"
  }

  cost "API requests" {
    when     = let.on && usage.monthly_additional_performance_insights_requests != null
    quantity = usage.monthly_additional_performance_insights_requests / 1000
    unit     = "1k-requests"
    price    = "rds/performance-insights/api-requests"
  }

  example "two years on two vCPUs" {
    given   = { enabled = true, retention = 731, size = 2 }
    want    = { "first month" = 2, "further months" = 46 }
    monthly = "5.9026"
    prices  = { "rds/performance-insights/first-month-vcpu" = 1.5, "rds/performance-insights/long-term-vcpu" = 0.0631 }
    source  = "aws.amazon.com/rds/performance-insights/pricing, us-east-1, 2025-06"
  }

  example "three months on a serverless machine" {
    given = { enabled = true, retention = 93, size = 4, serverless = true }
    want  = { "first month" = 4, "further months" = 8 }
  }

  example "seven days are free" {
    given  = { enabled = true, retention = 7, size = 2 }
    want   = {}
    status = "free"
  }

  example "not enabled" {
    given  = { enabled = false, retention = 731, size = 2 }
    want   = {}
    status = "free"
  }

  example "advanced mode includes the retention" {
    given   = { enabled = true, mode = "advanced", retention = 465, size = 2 }
    want    = { "Database Insights" = 1460 }
    monthly = "18.25" # 1,460 x 0.0125
    prices  = { "cloudwatch/database-insights/vcpu" = 0.0125 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2026"
  }

  example "advanced mode of a serverless machine" {
    given   = { enabled = true, mode = "advanced", retention = 465, size = 4, serverless = true }
    want    = { "Database Insights by ACU" = 2920 }
    monthly = "9.125" # 2,920 x 0.003125
    prices  = { "cloudwatch/database-insights/acu" = 0.003125 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2026"
  }

  example "advanced mode where its price is not known" {
    region = "sa-east-1"
    given  = { enabled = true, mode = "advanced", retention = 465, size = 2 }
    want   = {}
    gaps   = ["Database Insights"]
    status = "gap"
  }

  example "retention known only after apply" {
    given  = { enabled = true, retention = unknown, size = 2 }
    want   = {}
    gaps   = ["first month", "further months"]
    status = "gap"
  }
}
