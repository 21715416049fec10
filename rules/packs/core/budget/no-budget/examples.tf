# Money on two clouds; only one of them is watched.
# want: a month on AWS and no budget in this plan
provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  project = "payments"
  region  = "europe-west1"
}

resource "aws_instance" "bad" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.8xlarge"
}

resource "google_compute_instance" "good" {
  name         = "payments"
  machine_type = "n2-standard-32"
  zone         = "europe-west1-b"

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

resource "google_billing_budget" "good" {
  billing_account = "000000-000000-000000"

  amount {
    specified_amount {
      units = "2000"
    }
  }

  threshold_rules {
    threshold_percent = 0.8
  }
}
