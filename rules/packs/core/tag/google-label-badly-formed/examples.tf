# One map of tags, shared between clouds, and what Google makes of it.
provider "google" {
  project = "payments-prod"
  region  = "europe-west1"
}

variable "cost_center" {
  description = "Given by the pipeline."
  type        = string
}

locals {
  tags = {
    Team        = "Payments"
    cost-center = "4711"
  }
}

resource "google_storage_bucket" "bad" {
  name     = "payments-invoices"
  location = "EUROPE-WEST1"

  # want: Google refuses the key "Team" and the value "Payments" of Team
  labels = local.tags
}

resource "google_pubsub_topic" "bad_mail" {
  name = "invoices"

  # want: the value "payments@example.com" of owner
  labels = { owner = "payments@example.com" }
}

resource "google_storage_bucket" "good" {
  name     = "payments-exports"
  location = "EUROPE-WEST1"

  labels = { for key, value in local.tags : lower(key) => lower(value) }
}

resource "google_storage_bucket" "open" {
  name     = "payments-drafts"
  location = "EUROPE-WEST1"

  # want unknown: cannot tell whether the value of cost-center is well formed
  labels = {
    team        = "payments"
    cost-center = var.cost_center
  }
}
