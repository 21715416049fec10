terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "7.45.0"
    }
  }
}

provider "google" {
  project = "ledger"
  region  = "europe-north1"

  default_labels = {
    environment = "staging"
    owner       = "payments"
    cost-center = "cc-4711"
  }
}

resource "google_compute_address" "bad" {
  name         = "bad"
  network_tier = "PREMIUM"
}

resource "google_compute_address" "good" {
  name         = "good"
  network_tier = "STANDARD"
}

resource "google_compute_forwarding_rule" "this" {
  for_each = { bad = google_compute_address.bad.address, good = google_compute_address.good.address }

  name       = each.key
  ip_address = each.value
  target     = "projects/ledger/regions/europe-north1/targetPools/web"
  port_range = "443"
}
