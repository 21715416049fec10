provider "google" {
  project = "example-shop"
  region  = "europe-west4"

  default_labels = {
    environment = "staging"
  }
}

variable "tier" {
  type = string
}

resource "google_compute_address" "bad" {
  name         = "bad"
  network_tier = "PREMIUM" # want: premium network tier in non-production
}

resource "google_compute_address" "good" {
  name         = "good"
  network_tier = "STANDARD"
}

resource "google_compute_address" "depends" {
  name         = "depends"
  network_tier = var.tier # want unknown: network_tier is not known
}
