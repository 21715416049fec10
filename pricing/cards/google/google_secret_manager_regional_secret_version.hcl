# A version of a secret of one region: a month of it, enabled or not. Accesses
# may be given here or at the secret, not at both.
resource "google_secret_manager_regional_secret_version" {
  usage "monthly_access_operations" {
    unit        = "operations"
    default     = null
    description = "times this version is read"
  }

  cost "version" {
    quantity = 1
    unit     = "month"
    price    = "secretmanager/version"
  }

  cost "accesses" {
    when     = usage.monthly_access_operations != null
    quantity = usage.monthly_access_operations / 10000
    unit     = "10k-operations"
    price    = "secretmanager/access"
  }

  example "a version" {
    given   = { secret_data = unknown }
    want    = { version = 1 }
    status  = "priced"
    monthly = "0.06"
    prices  = { "secretmanager/version" = 0.06 }
    source  = "cloud.google.com/secret-manager/pricing, 2026-09"
  }

  example "read often" {
    given = { secret_data = unknown }
    usage = { monthly_access_operations = 1000000 }
    want  = { version = 1, accesses = 100 }
  }
}
