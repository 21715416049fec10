# Accelerators are for production; these are machines of a test environment.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "test" }
  }
}

provider "google" {
  project = "example-test"
  region  = "europe-west4"
}

variable "gpus" {
  type = number
}

resource "aws_instance" "notebook" {
  # want: g5.xlarge with 1 GPU in non-production
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "g5.xlarge"
}

resource "google_compute_instance" "render" {
  # want: 2 × nvidia-tesla-t4 in non-production
  name         = "render"
  machine_type = "n1-standard-8"
  zone         = "europe-west4-a"
  labels       = { environment = "test" }

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }

  guest_accelerator {
    type  = "nvidia-tesla-t4"
    count = 2
  }

  network_interface {
    network = "default"
  }
}

resource "google_compute_instance" "trial" {
  # want unknown: guest_accelerator.count
  name         = "trial"
  machine_type = "n1-standard-8"
  zone         = "europe-west4-a"
  labels       = { environment = "test" }

  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }

  guest_accelerator {
    type  = "nvidia-tesla-t4"
    count = var.gpus
  }

  network_interface {
    network = "default"
  }
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}

# What serves customers may have one.
resource "aws_instance" "good_serving" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "g5.xlarge"
  tags          = { environment = "production" }
}
