# A customer managed KMS key: a month of the key, disabled or not, and a month
# for each rotated version kept, of which two at most are billed; requests by
# the kind of key.
#
# A key scheduled for deletion is free. Requests with RSA 2048 keys cost as
# symmetric ones; other asymmetric keys cost five times as much. Pairs of data
# keys are made with symmetric keys and billed on their own.
resource "aws_kms_key" {
  assume "customer_master_key_spec" {
    value = "SYMMETRIC_DEFAULT"
    why   = "symmetric, the provider's default"
  }

  usage "monthly_requests" {
    unit        = "requests"
    description = "requests a month to the key"
  }
  usage "monthly_data_key_pair_ecc_requests" {
    unit        = "requests"
    default     = null
    description = "requests a month for pairs of ECC data keys"
  }
  usage "monthly_data_key_pair_rsa_requests" {
    unit        = "requests"
    default     = null
    description = "requests a month for pairs of RSA data keys"
  }
  usage "rotations" {
    unit        = "rotations"
    description = "how often the key has been rotated so far; the first two add to the bill"
  }

  let {
    spec  = upper(coalesce(self.customer_master_key_spec, "SYMMETRIC_DEFAULT"))
    plain = contains(["SYMMETRIC_DEFAULT", "RSA_2048"], let.spec) || startswith(let.spec, "HMAC_")
  }

  cost "key" {
    quantity = 1
    unit     = "key-month"
    price    = "kms/key"
  }

  cost "rotated versions" {
    when     = self.enable_key_rotation
    quantity = min(2, usage.rotations)
    unit     = "key-month"
    price    = "kms/key"
  }

  cost "requests" {
    quantity = usage.monthly_requests / 1000
    unit     = "1k-requests"
    price    = let.plain ? "kms/requests" : "kms/requests/asymmetric"
  }

  cost "ECC data key pairs" {
    when     = usage.monthly_data_key_pair_ecc_requests != null
    quantity = usage.monthly_data_key_pair_ecc_requests / 1000
    unit     = "1k-requests"
    price    = "kms/requests/generate-data-key-pair-ecc"
  }

  cost "RSA data key pairs" {
    when     = usage.monthly_data_key_pair_rsa_requests != null
    quantity = usage.monthly_data_key_pair_rsa_requests / 1000
    unit     = "1k-requests"
    price    = "kms/requests/generate-data-key-pair-rsa"
  }

  uses "key" {
    gap = "no source gives the energy of a key service"
  }

  example "symmetric, with requests" {
    given   = { customer_master_key_spec = "SYMMETRIC_DEFAULT", enable_key_rotation = false }
    usage   = { monthly_requests = 1000000 }
    want    = { key = 1, requests = 1000 }
    monthly = "4.00"
    prices  = { "kms/key" = 1, "kms/requests" = 0.003 }
    source  = "aws.amazon.com/kms/pricing, us-east-1, 2025-08"
    status  = "priced"
  }

  example "disabled, and still billed" {
    given  = { is_enabled = false, enable_key_rotation = false }
    want   = { key = 1 }
    unused = ["requests"]
    status = "partial"
  }

  example "rotated three times: two count" {
    given  = { enable_key_rotation = true }
    usage  = { rotations = 3 }
    want   = { key = 1, "rotated versions" = 2 }
    unused = ["requests"]
  }

  example "rotation, age not given" {
    given  = { enable_key_rotation = true }
    want   = { key = 1 }
    unused = ["requests", "rotated versions"]
  }

  example "asymmetric requests" {
    given   = { customer_master_key_spec = "ECC_NIST_P256" }
    usage   = { monthly_requests = 10000 }
    want    = { key = 1, requests = 10 }
    monthly = "1.15"
    prices  = { "kms/key" = 1, "kms/requests/asymmetric" = 0.015 }
    source  = "aws.amazon.com/kms/pricing, us-east-1, 2025-08"
  }

  example "RSA 2048 costs as symmetric" {
    given   = { customer_master_key_spec = "RSA_2048" }
    usage   = { monthly_requests = 10000, monthly_data_key_pair_rsa_requests = 1000 }
    want    = { key = 1, requests = 10, "RSA data key pairs" = 1 }
    monthly = "2.23"
    prices  = { "kms/key" = 1, "kms/requests" = 0.003, "kms/requests/generate-data-key-pair-rsa" = 1.2 }
    source  = "aws.amazon.com/kms/pricing, us-east-1, 2025-08"
  }

  example "ECC data key pairs" {
    given   = { customer_master_key_spec = "SYMMETRIC_DEFAULT" }
    usage   = { monthly_requests = 0, monthly_data_key_pair_ecc_requests = 10000 }
    want    = { key = 1, requests = 0, "ECC data key pairs" = 10 }
    monthly = "1.10"
    prices  = { "kms/key" = 1, "kms/requests" = 0.003, "kms/requests/generate-data-key-pair-ecc" = 0.01 }
    source  = "aws.amazon.com/kms/pricing, us-east-1, 2025-08"
  }

  example "kind known only after apply" {
    given  = { customer_master_key_spec = unknown, enable_key_rotation = unknown }
    usage  = { monthly_requests = 10000 }
    want   = { key = 1 }
    gaps   = ["requests", "rotated versions"]
    status = "partial"
  }
}
