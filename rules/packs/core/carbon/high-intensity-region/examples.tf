# The same work on two grids.
provider "google" {
  project = "payments"
}

resource "google_compute_instance" "bad" {
  # want: kg operational carbon a month here would be
  name         = "jobs-waw"
  zone         = "europe-central2-a"
  machine_type = "n2-standard-16"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
      size  = 50
    }
  }

  network_interface {
    network = "default"
  }
}

resource "google_compute_instance" "good" {
  name         = "jobs-lap"
  zone         = "europe-north1-a"
  machine_type = "n2-standard-16"

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
      size  = 50
    }
  }

  network_interface {
    network = "default"
  }
}
