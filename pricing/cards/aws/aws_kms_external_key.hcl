# A key whose material was brought along: a month of it, enabled or not, and
# requests, as for aws_kms_key. Nothing rotates it by itself.
resource "aws_kms_external_key" {
  assume "key_spec" {
    value = "SYMMETRIC_DEFAULT"
    why   = "symmetric, the provider's default"
  }

  usage "monthly_requests" {
    unit        = "requests"
    description = "requests a month to the key"
  }

  part "" {
    card  = "aws_kms_key"
    given = { customer_master_key_spec = coalesce(self.key_spec, "SYMMETRIC_DEFAULT"), enable_key_rotation = false }
    usage = { monthly_requests = usage.monthly_requests }
  }

  example "symmetric" {
    given   = { key_spec = unknown }
    omitted = ["key_spec"]
    usage   = { monthly_requests = 1000000 }
    want    = { key = 1, requests = 1000 }
    monthly = "4.00"
    prices  = { "kms/key" = 1, "kms/requests" = 0.003 }
    source  = "aws.amazon.com/kms/pricing, us-east-1, 2025-08"
    status  = "priced"
  }

  example "use not given" {
    given  = { key_spec = "SYMMETRIC_DEFAULT" }
    want   = { key = 1 }
    unused = ["requests"]
    status = "partial"
  }

  example "kind known only after apply" {
    given  = { key_spec = unknown }
    usage  = { monthly_requests = 10000 }
    want   = { key = 1 }
    gaps   = ["requests"]
    status = "partial"
  }
}
