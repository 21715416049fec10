# A replica of a key in another region is a key of its own: a month of it, and a
# month for each rotated version, of which two at most are billed; requests by the
# kind of the key it copies. Billed as aws_kms_key is.
resource "aws_kms_replica_key" {
  ref "primary" {
    path  = "primary_key_arn"
    types = ["aws_kms_key"]
    assume "customer_master_key_spec" {
      value = "SYMMETRIC_DEFAULT"
      why   = "symmetric, the provider's default"
    }
    assume "enable_key_rotation" {
      value = false
      why   = "not rotated, the provider's default"
    }
  }

  usage "monthly_requests" {
    unit        = "requests"
    description = "requests a month to the replica"
  }
  usage "rotations" {
    unit        = "rotations"
    description = "how often the key has been rotated so far; the first two add to the bill"
  }

  let {
    spec  = upper(coalesce(get(refs.primary, "customer_master_key_spec"), "SYMMETRIC_DEFAULT"))
    plain = contains(["SYMMETRIC_DEFAULT", "RSA_2048"], let.spec) || startswith(let.spec, "HMAC_")
  }

  cost "key" {
    quantity = 1
    unit     = "key-month"
    price    = "kms/key"
  }

  cost "rotated versions" {
    when     = coalesce(get(refs.primary, "enable_key_rotation"), false)
    quantity = min(2, usage.rotations)
    unit     = "key-month"
    price    = "kms/key"
  }

  cost "requests" {
    quantity = usage.monthly_requests / 1000
    unit     = "1k-requests"
    price    = let.plain ? "kms/requests" : "kms/requests/asymmetric"
  }

  uses "key" {
    gap = "no source gives the energy of a key service"
  }

  example "of a symmetric key" {
    given   = { primary_key_arn = unknown }
    refs    = { primary = { customer_master_key_spec = "SYMMETRIC_DEFAULT", enable_key_rotation = true } }
    usage   = { monthly_requests = 1000000, rotations = 1 }
    want    = { key = 1, "rotated versions" = 1, requests = 1000 }
    monthly = "5.00"
    prices  = { "kms/key" = 1, "kms/requests" = 0.003 }
    source  = "aws.amazon.com/kms/pricing, us-east-1, 2025-08"
    status  = "priced"
  }

  example "of a key that signs" {
    given   = { primary_key_arn = unknown }
    refs    = { primary = { customer_master_key_spec = "ECC_NIST_P256", enable_key_rotation = false } }
    usage   = { monthly_requests = 10000 }
    want    = { key = 1, requests = 10 }
    monthly = "1.15"
    prices  = { "kms/key" = 1, "kms/requests/asymmetric" = 0.015 }
    source  = "aws.amazon.com/kms/pricing, us-east-1, 2025-08"
  }

  example "kind of the key known only after apply" {
    given  = { primary_key_arn = unknown }
    refs   = { primary = { customer_master_key_spec = unknown, enable_key_rotation = false } }
    usage  = { monthly_requests = 10000 }
    want   = { key = 1 }
    gaps   = ["requests"]
    status = "partial"
  }
}
