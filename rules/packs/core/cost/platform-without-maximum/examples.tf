provider "google" {
  project = "example-shop"
  region  = "europe-west1"

  default_labels = {
    environment = "staging"
  }
}

variable "most_instances" {
  type = number
}

resource "google_cloud_run_v2_service" "bad" {
  # want: no maximum of instances: the platform stops at 100, the cap in non-production is 3
  name     = "shop"
  location = "europe-west1"

  template {
    containers {
      image = "europe-docker.pkg.dev/example-shop/images/shop:1"
    }
  }
}

resource "google_cloud_run_v2_service" "bad_maximum" {
  name     = "search"
  location = "europe-west1"

  template {
    scaling {
      max_instance_count = 50 # want: grows to 50 instances; the cap in non-production is 3
    }

    containers {
      image = "europe-docker.pkg.dev/example-shop/images/search:1"
    }
  }
}

resource "google_cloud_run_v2_service" "good" {
  name     = "orders"
  location = "europe-west1"

  template {
    scaling {
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
      max_instance_count = var.most_instances # want unknown: no maximum of instances
    }

    containers {
      image = "europe-docker.pkg.dev/example-shop/images/reports:1"
    }
  }
}
