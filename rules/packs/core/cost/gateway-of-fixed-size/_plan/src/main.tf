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
  region  = "europe-west4"
}

resource "google_vpc_access_connector" "bad" {
  name          = "bad"
  ip_cidr_range = "10.8.0.0/28"
  network       = "default"
  min_instances = 5
  max_instances = 10
}

resource "google_vpc_access_connector" "good" {
  name          = "good"
  ip_cidr_range = "10.8.0.16/28"
  network       = "default"
  min_instances = 2
  max_instances = 10
}
