# An Artifact Registry repository: gigabytes stored, and data that leaves its
# location. The first half gigabyte is the billing account's and is not taken
# off. Without cleanup policies every image ever pushed stays. Virtual and
# remote repositories store what they cache.
resource "google_artifact_registry_repository" {
  usage "storage_gb" {
    unit        = "GB"
    description = "artefacts stored"
  }
  usage "monthly_egress_data_transfer_gb" {
    unit        = "GB"
    default     = null
    description = "data sent to the internet"
  }

  let {
    from = { us = "us-central1", europe = "europe-west1", asia = "asia-east1" }
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "artifactregistry/storage"
  }

  cost "egress to the internet" {
    when     = usage.monthly_egress_data_transfer_gb != null
    quantity = usage.monthly_egress_data_transfer_gb
    unit     = "GiB"
    price    = "network/traffic/egress/internet"
    region   = lookup(let.from, region, region)
  }

  uses "storage" {
    storage   = "gcs"
    selector  = "standard"
    gigabytes = usage.storage_gb
  }

  example "150 GB" {
    given   = { location = "us-central1", format = "DOCKER" }
    usage   = { storage_gb = 150, monthly_egress_data_transfer_gb = 100 }
    want    = { storage = 150, "egress to the internet" = 100 }
    status  = "priced"
    monthly = "27.00"
    prices  = { "artifactregistry/storage" = 0.1, "network/traffic/egress/internet" = 0.12 }
    source  = "cloud.google.com/artifact-registry/pricing, us-central1, 2024-07"
  }

  example "a multi-region" {
    region = "europe"
    given  = { location = "europe", format = "DOCKER" }
    usage  = { storage_gb = 10, monthly_egress_data_transfer_gb = 1 }
    want   = { storage = 10, "egress to the internet" = 1 }
  }

  example "use not given" {
    given  = { location = "us-central1", cleanup_policies = unknown }
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
