# A secret of one region: its active versions, accesses and rotation notices,
# billed as those of a secret in one place.
resource "google_secret_manager_regional_secret" {
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

  part "" {
    card  = "google_secret_manager_secret"
    given = { replication = [], rotation = self.rotation }
    usage = {
      active_secret_versions         = usage.active_secret_versions
      monthly_access_operations      = usage.monthly_access_operations
      monthly_rotation_notifications = usage.monthly_rotation_notifications
    }
  }

  example "two versions" {
    given   = { location = "europe-west1", rotation = [] }
    usage   = { active_secret_versions = 2, monthly_access_operations = 20000 }
    want    = { "active versions" = 2, accesses = 2 }
    status  = "priced"
    monthly = "0.18"
    prices  = { "secretmanager/version" = 0.06, "secretmanager/access" = 0.03 }
    source  = "cloud.google.com/secret-manager/pricing, 2026-09"
  }

  example "no use given" {
    given  = { location = unknown }
    want   = {}
    unused = ["active versions", "accesses"]
    status = "usage"
  }
}
