# A secret: its active versions in each place it is replicated to, accesses and
# rotation notices. Automatic replication counts as one place. Versions that are
# resources of their own (google_secret_manager_secret_version) are billed
# there. Six versions and 10,000 accesses a month are the billing account's.
resource "google_secret_manager_secret" {
  usage "active_secret_versions" {
    unit        = "versions"
    description = "versions that are not destroyed, beyond those in the configuration"
  }
  usage "monthly_access_operations" {
    unit        = "operations"
    description = "times a version is read"
  }
  usage "monthly_rotation_notifications" {
    unit        = "notices"
    description = "rotation notices sent"
  }

  let {
    places = max(1, length(get(self.replication, "user_managed.replicas", [])))
  }

  cost "active versions" {
    quantity = usage.active_secret_versions * let.places
    unit     = "month"
    price    = "secretmanager/version"
  }

  cost "accesses" {
    quantity = usage.monthly_access_operations / 10000
    unit     = "10k-operations"
    price    = "secretmanager/access"
  }

  cost "rotation notices" {
    when     = length(self.rotation) > 0
    quantity = usage.monthly_rotation_notifications
    unit     = "rotation"
    price    = "secretmanager/rotation"
    region   = "us-central1"
  }

  example "two versions in two places" {
    given   = { replication = [{ auto = [], user_managed = [{ replicas = [{ location = "europe-west1" }, { location = "europe-west4" }] }] }] }
    usage   = { active_secret_versions = 2, monthly_access_operations = 20000 }
    want    = { "active versions" = 4, accesses = 2 }
    status  = "priced"
    monthly = "0.30"
    prices  = { "secretmanager/version" = 0.06, "secretmanager/access" = 0.03 }
    source  = "cloud.google.com/secret-manager/pricing, 2026-09"
  }

  example "automatic replication with rotation" {
    given = { replication = [{ auto = [{}], user_managed = [] }], rotation = [{ rotation_period = "7776000s" }] }
    usage = { active_secret_versions = 1, monthly_access_operations = 0, monthly_rotation_notifications = 3 }
    want  = { "active versions" = 1, accesses = 0, "rotation notices" = 3 }
  }

  example "use not given" {
    given  = { replication = [{ auto = [{}] }] }
    want   = {}
    unused = ["active versions", "accesses"]
    status = "usage"
  }

  example "places known only after apply" {
    given  = { replication = unknown }
    usage  = { active_secret_versions = 2 }
    want   = {}
    gaps   = ["active versions"]
    unused = ["accesses"]
    status = "gap"
  }
}
