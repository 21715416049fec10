# What a detector reads: management events by the million, flow and DNS logs by
# the gigabyte, always. Each plan of protection that is on adds its own: S3 and
# Kubernetes events, volumes scanned, databases and functions watched, machines
# watched at run time. A detector that is switched off is free.
resource "aws_guardduty_detector" {
  assume "enable" {
    value = true
    why   = "on, the provider's default"
  }

  usage "monthly_cloudtrail_events" {
    unit        = "events"
    description = "management events a month"
  }
  usage "monthly_flow_and_dns_logs_gb" {
    unit        = "GB"
    description = "flow logs and DNS logs a month"
  }
  usage "monthly_s3_events" {
    unit        = "events"
    default     = null
    description = "data events of S3 a month, with S3 protection"
  }
  usage "monthly_kubernetes_audit_events" {
    unit        = "events"
    default     = null
    description = "audit events of EKS a month, with EKS protection"
  }
  usage "monthly_lambda_flow_logs_gb" {
    unit        = "GB"
    default     = null
    description = "network logs of functions a month, with Lambda protection"
  }
  usage "monthly_ebs_scanned_gb" {
    unit        = "GB"
    default     = null
    description = "volumes scanned for malware a month"
  }
  usage "rds_vcpus" {
    unit        = "vCPUs"
    default     = null
    description = "virtual processors of the databases watched, with RDS protection"
  }
  usage "rds_acus" {
    unit        = "ACUs"
    default     = null
    description = "capacity units of the serverless databases watched, on average, with RDS protection"
  }
  usage "runtime_vcpus" {
    unit        = "vCPUs"
    default     = null
    description = "virtual processors watched at run time, on average over the month"
  }

  let {
    on = coalesce(self.enable, true)
  }

  cost "management events" {
    when     = let.on
    quantity = usage.monthly_cloudtrail_events / 1000000
    unit     = "1M-events"
    price    = "guardduty/cloudtrail-events"
  }
  cost "flow and DNS logs" {
    when     = let.on
    quantity = usage.monthly_flow_and_dns_logs_gb
    unit     = "GB"
    price    = "guardduty/flow-and-dns-logs"
  }
  cost "S3 events" {
    when     = let.on && usage.monthly_s3_events != null
    quantity = usage.monthly_s3_events / 1000000
    unit     = "1M-events"
    price    = "guardduty/s3-events"
  }
  cost "Kubernetes audit events" {
    when     = let.on && usage.monthly_kubernetes_audit_events != null
    quantity = usage.monthly_kubernetes_audit_events / 1000000
    unit     = "1M-events"
    price    = "guardduty/eks-audit-logs"
  }
  cost "network logs of functions" {
    when     = let.on && usage.monthly_lambda_flow_logs_gb != null
    quantity = usage.monthly_lambda_flow_logs_gb
    unit     = "GB"
    price    = "guardduty/lambda-flow-logs"
  }
  cost "volumes scanned" {
    when     = let.on && usage.monthly_ebs_scanned_gb != null
    quantity = usage.monthly_ebs_scanned_gb
    unit     = "GB"
    price    = "guardduty/malware/ebs"
  }
  cost "databases" {
    when     = let.on && usage.rds_vcpus != null
    quantity = usage.rds_vcpus
    unit     = "vCPU-month"
    price    = "guardduty/rds/vcpu"
  }
  cost "serverless databases" {
    when     = let.on && usage.rds_acus != null
    quantity = usage.rds_acus
    unit     = "ACU-month"
    price    = "guardduty/rds/acu"
  }
  cost "run time" {
    when     = let.on && usage.runtime_vcpus != null
    quantity = usage.runtime_vcpus
    unit     = "vCPU-month"
    price    = "guardduty/runtime"
  }

  uses "detector" {
    when = let.on
    gap  = "no source gives the energy of a detector"
  }

  example "logs into the second step, databases and machines" {
    given   = { enable = true }
    usage   = { monthly_cloudtrail_events = 10000000, monthly_flow_and_dns_logs_gb = 700, rds_vcpus = 8, rds_acus = 4, runtime_vcpus = 600 }
    want    = { "management events" = 10, "flow and DNS logs" = 700, databases = 8, "serverless databases" = 4, "run time" = 600 }
    monthly = "1474.00" # 40 + (500 + 200 x 0.5) + 8 + 1 + (500 x 1.5 + 100 x 0.75)
    prices = {
      "guardduty/cloudtrail-events"  = 4
      "guardduty/flow-and-dns-logs"  = 1
      "guardduty/rds/vcpu"           = 1
      "guardduty/rds/acu"            = 0.25
      "guardduty/runtime"            = 1.5
    }
    source = "aws.amazon.com/guardduty/pricing, us-east-1, 2025-06"
    status = "priced"
  }

  example "plans of protection" {
    given   = { enable = unknown }
    omitted = ["enable"]
    usage   = { monthly_cloudtrail_events = 0, monthly_flow_and_dns_logs_gb = 0, monthly_s3_events = 1000000000, monthly_kubernetes_audit_events = 50000000, monthly_lambda_flow_logs_gb = 100, monthly_ebs_scanned_gb = 1000 }
    want    = { "management events" = 0, "flow and DNS logs" = 0, "S3 events" = 1000, "Kubernetes audit events" = 50, "network logs of functions" = 100, "volumes scanned" = 1000 }
    monthly = "810.00" # 500 x 0.8 + 500 x 0.4 + 80 + 100 + 30
    prices = {
      "guardduty/cloudtrail-events" = 4
      "guardduty/flow-and-dns-logs" = 1
      "guardduty/s3-events"         = 0.8
      "guardduty/eks-audit-logs"    = 1.6
      "guardduty/lambda-flow-logs"  = 1
      "guardduty/malware/ebs"       = 0.03
    }
    source = "aws.amazon.com/guardduty/pricing, us-east-1, 2025-06"
  }

  example "use not given" {
    given  = { enable = true }
    want   = {}
    unused = ["management events", "flow and DNS logs"]
    status = "usage"
  }

  example "switched off" {
    given  = { enable = false }
    want   = {}
    status = "free"
  }
}
