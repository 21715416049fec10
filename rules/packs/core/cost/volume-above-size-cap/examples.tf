provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "staging"
    }
  }
}

provider "google" {
  project = "example-shop"
}

variable "size" {
  type = number
}

resource "aws_ebs_volume" "bad" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 1000 # want: 1,000 GB; the cap in non-production is 128
}

resource "aws_ebs_volume" "good" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 100
}

resource "aws_ebs_volume" "depends" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = var.size # want unknown: size
}

resource "aws_launch_template" "workers" {
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  block_device_mappings {
    # want: 250 GB; the cap in non-production is 128
    device_name = "/dev/xvda"

    ebs {
      volume_size = 250
      volume_type = "gp3"
    }
  }
}

resource "google_compute_disk" "good" {
  name = "live"
  zone = "europe-west4-a"
  type = "pd-balanced"
  size = 1500

  labels = {
    environment = "production"
  }
}
