# How the Google Cloud providers speak. The beta provider serves the same types
# and a few more; what both have is the same.

provider "google" {
  names = ["hashicorp/google", "hashicorp/google-beta"]
  cloud = "gcp"

  region {
    # europe-west1-b and regional-europe-west1 are in europe-west1. What does
    # not look like that (us, eu, nam4, global) is a place of its own.
    pattern       = "^(?:regional-)?([a-z]+-[a-z]+[0-9]+)(?:-[a-z0-9]+)?$"
    configuration = ["region", "zone"]
    environment   = ["GOOGLE_REGION", "GOOGLE_ZONE"]

    from "region" {}
    from "location" {}
    from "zone" {}
  }

  tags {
    defaults = "default_labels"

    # labels are not authoritative since version 5; terraform_labels are.
    attribute "labels" {
      merged = "terraform_labels"
    }
    # GKE clusters.
    attribute "resource_labels" {
      merged = "terraform_labels"
    }
    # Monitoring and Cloud SQL: default_labels do not reach them.
    attribute "user_labels" {
      unreached = true
    }
    attribute "settings.user_labels" {
      unreached = true
    }
  }
}
