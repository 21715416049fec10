provider "google" {
  project = "example-builds"
  region  = "europe-west1"
  zone    = "europe-west1-b"
}

variable "spot" {
  type = bool
}

resource "google_compute_instance_template" "bad" {
  machine_type = "c4a-standard-4" # want: on-demand capacity for a workload whose tags say it may be interrupted
  labels       = { workload = "ci" }

  disk {
    source_image = "debian-cloud/debian-12"
  }
}

resource "google_compute_instance_template" "bad_staging" {
  machine_type = "c4a-standard-4" # want: on-demand capacity for an environment outside production
  labels       = { environment = "staging" }

  disk {
    source_image = "debian-cloud/debian-12"
  }
}

resource "google_compute_instance_template" "good" {
  machine_type = "c4a-standard-4"
  labels       = { workload = "ci" }

  disk {
    source_image = "debian-cloud/debian-12"
  }

  scheduling {
    provisioning_model = "SPOT"
    preemptible        = true
    automatic_restart  = false
  }
}

resource "google_compute_instance_template" "depends" {
  machine_type = "c4a-standard-4" # want unknown: on-demand capacity
  labels       = { workload = "batch" }

  disk {
    source_image = "debian-cloud/debian-12"
  }

  scheduling {
    preemptible       = var.spot
    automatic_restart = false
  }
}
