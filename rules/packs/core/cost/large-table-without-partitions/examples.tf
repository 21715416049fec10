# Tables that grow with use, by their names, and some that do not.
provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  project = "shop"
}

variable "expiry" {
  type = number
}

resource "google_bigquery_dataset" "staging" {
  # want: a staging dataset whose tables never expire
  dataset_id = "sales_staging"
  location   = "EU"
}

resource "google_bigquery_table" "events" {
  # want: not partitioned: at 1 TB each query reads 1 TB
  dataset_id = "web"
  table_id   = "web_events"
}

resource "google_bigquery_table" "clicks" {
  # want: partitioned, but a query without a filter reads it all
  dataset_id = "web"
  table_id   = "clicks"

  time_partitioning {
    type  = "DAY"
    field = "at"
  }
}

resource "aws_glue_catalog_table" "events" {
  # want: not partitioned: at 1 TB each query reads 1 TB
  name          = "app_events"
  database_name = "web"
  table_type    = "EXTERNAL_TABLE"
}

resource "google_bigquery_dataset" "later" {
  # want unknown: a staging dataset whose tables never expire
  dataset_id                  = "later_staging"
  location                    = "EU"
  default_table_expiration_ms = var.expiry
}

resource "google_bigquery_table" "good" {
  dataset_id               = "web"
  table_id                 = "good_events"
  require_partition_filter = true

  time_partitioning {
    type  = "DAY"
    field = "at"
  }
}

# Read as a whole anyway.
resource "google_bigquery_table" "good_small" {
  dataset_id = "web"
  table_id   = "countries"
}

resource "aws_glue_catalog_table" "good" {
  name          = "good_events"
  database_name = "web"
  table_type    = "EXTERNAL_TABLE"

  partition_keys {
    name = "day"
    type = "date"
  }
}
