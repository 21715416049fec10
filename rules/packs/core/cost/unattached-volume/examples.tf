provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  project = "example-shop"
  region  = "europe-west1"
}

resource "aws_instance" "web" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}

resource "aws_ebs_volume" "bad" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 500 # want: nothing in the plan attaches it
}

resource "aws_ebs_volume" "good" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 100
}

resource "aws_volume_attachment" "good" {
  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.good.id
  instance_id = aws_instance.web.id
}

resource "google_compute_disk" "bad" {
  name = "left-behind"
  zone = "europe-west1-b"
  type = "pd-ssd"
  size = 1000 # want: nothing in the plan attaches it
}

resource "google_compute_disk" "good" {
  name = "data"
  zone = "europe-west1-b"
  type = "pd-balanced"
  size = 50
}

resource "google_compute_attached_disk" "good" {
  disk     = google_compute_disk.good.id
  instance = "projects/example-shop/zones/europe-west1-b/instances/db"
}
