# Questions whether somebody may do something, by the million. Several in one
# batch are billed by the batch, at another rate. Policies are free.
resource "aws_verifiedpermissions_policy_store" {
  usage "monthly_authorizations" {
    unit        = "requests"
    description = "single requests for authorization a month"
  }
  usage "monthly_batch_authorizations" {
    unit        = "requests"
    default     = null
    description = "requests in batches a month"
  }

  cost "authorizations" {
    quantity = usage.monthly_authorizations / 1000000
    unit     = "1M-requests"
    price    = "verifiedpermissions/single-authorization"
  }

  cost "batches" {
    when     = usage.monthly_batch_authorizations != null
    quantity = usage.monthly_batch_authorizations / 1000000
    unit     = "1M-requests"
    price    = "verifiedpermissions/authorization"
  }

  uses "store" {
    gap = "no source gives the energy of an authorization"
  }

  example "ten million" {
    given   = { validation_settings = [{ mode = "STRICT" }] }
    usage   = { monthly_authorizations = 10000000 }
    want    = { authorizations = 10 }
    monthly = "50.00"
    prices  = { "verifiedpermissions/single-authorization" = 5 }
    source  = "aws.amazon.com/verified-permissions/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "batches" {
    given   = { validation_settings = [{ mode = "OFF" }] }
    usage   = { monthly_authorizations = 0, monthly_batch_authorizations = 1000000 }
    want    = { authorizations = 0, batches = 1 }
    monthly = "150.00"
    prices  = { "verifiedpermissions/single-authorization" = 5, "verifiedpermissions/authorization" = 150 }
    source  = "aws.amazon.com/verified-permissions/pricing, us-east-1, 2025-06"
  }

  example "use not given" {
    given  = { validation_settings = unknown }
    want   = {}
    unused = ["authorizations"]
    status = "usage"
  }
}
