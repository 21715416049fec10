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

# It runs on, and no plan shows it.
removed {
  from = google_compute_instance.bad

  lifecycle {
    destroy = false
  }
}

# This one goes.
removed {
  from = google_compute_instance.good

  lifecycle {
    destroy = true
  }
}
