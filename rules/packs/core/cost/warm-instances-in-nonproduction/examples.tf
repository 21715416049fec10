provider "google" {
  project = "example-shop"
  region  = "europe-west1"

  default_labels = {
    environment = "staging"
  }
}

variable "warm" {
  type = number
}

resource "google_cloud_run_v2_service" "bad" {
  name     = "shop"
  location = "europe-west1"

  template {
    scaling {
      min_instance_count = 3 # want: keeps 3 instances warm in non-production
      max_instance_count = 3
    }

    containers {
      image = "europe-docker.pkg.dev/example-shop/images/shop:1"
    }
  }
}

resource "google_cloud_run_v2_service" "good" {
  name     = "orders"
  location = "europe-west1"

  template {
    scaling {
      min_instance_count = 0
      max_instance_count = 3
    }

    containers {
      image = "europe-docker.pkg.dev/example-shop/images/orders:1"
    }
  }
}

resource "google_cloud_run_v2_service" "depends" {
  name     = "reports"
  location = "europe-west1"

  template {
    scaling {
      min_instance_count = var.warm # want unknown: template.scaling.min_instance_count
      max_instance_count = 3
    }

    containers {
      image = "europe-docker.pkg.dev/example-shop/images/reports:1"
    }
  }
}
