# A cluster of Cloud Workstations: its control plane by the hour. Workstations
# in it pay for their machines. Known in us-central1 only.
resource "google_workstations_workstation_cluster" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  cost "control plane" {
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "workstations/cluster"
  }

  uses "control plane" {
    gap = "the machines behind it are not published"
  }

  example "a cluster" {
    given   = { location = "us-central1" }
    want    = { "control plane" = 730 }
    status  = "priced"
    monthly = "146.00"
    prices  = { "workstations/cluster" = 0.2 }
    source  = "cloud.google.com/workstations/pricing, us-central1, 2026-08"
  }

  example "a region without a price here" {
    region = "europe-west1"
    given  = {}
    want   = {}
    gaps   = ["control plane"]
    status = "gap"
  }
}
