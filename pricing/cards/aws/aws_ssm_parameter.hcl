# A parameter: free in the Standard tier; in the Advanced tier hours of the
# parameter. With Intelligent-Tiering its size and use decide, so that the hours
# it is advanced are a usage value. Higher throughput of requests is a setting of
# the account and billed by the request.
resource "aws_ssm_parameter" {
  assume "tier" {
    value = "Standard"
    why   = "Standard, the default of the API"
  }

  usage "parameter_storage_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the parameter is kept as an advanced one"
  }
  usage "monthly_api_interactions" {
    unit        = "requests"
    default     = null
    description = "requests a month, of an advanced parameter or with higher throughput"
  }

  let {
    tier     = lower(coalesce(self.tier, "Standard"))
    advanced = let.tier == "advanced"
    decided  = let.tier == "intelligent-tiering"
  }

  cost "parameter" {
    when     = let.advanced || let.decided
    quantity = let.advanced ? coalesce(usage.parameter_storage_hrs, hours) : usage.parameter_storage_hrs
    unit     = "parameter-hour"
    price    = "ssm/advanced-parameter"
  }

  cost "requests" {
    when     = usage.monthly_api_interactions != null
    quantity = usage.monthly_api_interactions == null ? null : usage.monthly_api_interactions / 10000
    unit     = "10k-requests"
    price    = "ssm/parameter-requests"
  }

  example "standard is free" {
    given   = { type = "String", tier = unknown }
    omitted = ["tier"]
    want    = {}
    status  = "free"
  }

  example "advanced" {
    given   = { type = "SecureString", tier = "Advanced" }
    want    = { parameter = 730 }
    monthly = "0.0511"
    prices  = { "ssm/advanced-parameter" = 0.00007 }
    source  = "aws.amazon.com/systems-manager/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "advanced, read often" {
    given   = { tier = "Advanced" }
    usage   = { monthly_api_interactions = 1000000, parameter_storage_hrs = 100 }
    want    = { parameter = 100, requests = 100 }
    monthly = "5.007"
    prices  = { "ssm/advanced-parameter" = 0.00007, "ssm/parameter-requests" = 0.05 }
    source  = "aws.amazon.com/systems-manager/pricing, us-east-1, 2025-06"
  }

  example "decided by size and use" {
    given  = { tier = "Intelligent-Tiering" }
    want   = {}
    unused = ["parameter"]
    status = "usage"
  }

  example "tier known only after apply" {
    given  = { tier = unknown }
    want   = {}
    gaps   = ["parameter"]
    status = "gap"
  }
}
