# Two providers are asked: the one has no upper end.
# want: version ">= 5.0" has no upper end
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
    google = {
      source  = "hashicorp/google"
      version = "~> 7.45"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  project = "shop"
  region  = "europe-west1"
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}

resource "google_pubsub_topic" "orders" {
  name = "orders"
}
