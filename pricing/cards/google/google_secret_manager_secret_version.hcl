# A version of a secret: a month of it in each place its secret is replicated
# to, enabled or not. Accesses may be given here or at the secret, not at both.
resource "google_secret_manager_secret_version" {
  ref "secret" {
    path  = "secret"
    types = ["google_secret_manager_secret"]
  }

  usage "monthly_access_operations" {
    unit        = "operations"
    default     = null
    description = "times this version is read"
  }

  cost "version" {
    quantity = max(1, length(get(refs.secret, "replication.user_managed.replicas", [])))
    unit     = "month"
    price    = "secretmanager/version"
  }

  cost "accesses" {
    when     = usage.monthly_access_operations != null
    quantity = usage.monthly_access_operations / 10000
    unit     = "10k-operations"
    price    = "secretmanager/access"
  }

  example "in two places" {
    given   = { secret = unknown }
    refs    = { secret = { replication = [{ auto = [], user_managed = [{ replicas = [{ location = "europe-west1" }, { location = "europe-west4" }] }] }] } }
    want    = { version = 2 }
    status  = "priced"
    monthly = "0.12"
    prices  = { "secretmanager/version" = 0.06 }
    source  = "cloud.google.com/secret-manager/pricing, 2026-09"
  }

  example "of a secret named only" {
    given = { secret = "projects/p/secrets/s" }
    usage = { monthly_access_operations = 50000 }
    want  = { version = 1, accesses = 5 }
  }

  example "of a secret out of sight" {
    given  = { secret = unknown }
    refs   = { secret = unknown }
    want   = {}
    gaps   = ["version"]
    status = "gap"
  }
}
