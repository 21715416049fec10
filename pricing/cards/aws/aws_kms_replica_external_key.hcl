# A replica of a key whose material was brought along is a key of its own: a month
# of it, and requests. Such keys are symmetric here.
resource "aws_kms_replica_external_key" {
  usage "monthly_requests" {
    unit        = "requests"
    description = "requests a month to the replica"
  }

  part "" {
    card  = "aws_kms_key"
    given = { customer_master_key_spec = "SYMMETRIC_DEFAULT", enable_key_rotation = false }
    usage = { monthly_requests = usage.monthly_requests }
  }

  example "with requests" {
    given   = { primary_key_arn = unknown }
    usage   = { monthly_requests = 1000000 }
    want    = { key = 1, requests = 1000 }
    monthly = "4.00"
    prices  = { "kms/key" = 1, "kms/requests" = 0.003 }
    source  = "aws.amazon.com/kms/pricing, us-east-1, 2025-08"
    status  = "priced"
  }

  example "use not given" {
    given  = { primary_key_arn = unknown }
    want   = { key = 1 }
    unused = ["requests"]
    status = "partial"
  }
}
