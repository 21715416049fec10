# Who can read a table.
provider "google" {
  project = "example-shop"
  region  = "europe-west4"
}

variable "formats" {
  description = "Iceberg, or nothing."
  type        = set(string)
}

resource "google_bigquery_dataset" "bad" {
  # want: 1 table of 1 in BigQuery's own format
  dataset_id = "orders"
  location   = "europe-west4"
}

resource "google_bigquery_table" "orders" {
  dataset_id = google_bigquery_dataset.bad.dataset_id
  table_id   = "orders"
}

resource "google_bigquery_dataset" "good" {
  dataset_id = "clicks"
  location   = "europe-west4"
}

resource "google_bigquery_table" "clicks" {
  dataset_id = google_bigquery_dataset.good.dataset_id
  table_id   = "clicks"

  biglake_configuration {
    connection_id = "example-shop.europe-west4.lake"
    storage_uri   = "gs://example-lake/clicks"
    file_format   = "PARQUET"
    table_format  = "ICEBERG"
  }
}

resource "google_bigquery_table" "by_day" {
  dataset_id = google_bigquery_dataset.good.dataset_id
  table_id   = "by_day"

  view {
    query          = "select day, count(*) from clicks group by day"
    use_legacy_sql = false
  }
}

resource "google_bigquery_dataset" "open" {
  # want unknown: in BigQuery's own format
  dataset_id = "visits"
  location   = "europe-west4"
}

resource "google_bigquery_table" "visits" {
  dataset_id = google_bigquery_dataset.open.dataset_id
  table_id   = "visits"

  dynamic "biglake_configuration" {
    for_each = var.formats

    content {
      connection_id = "example-shop.europe-west4.lake"
      storage_uri   = "gs://example-lake/visits"
      file_format   = "PARQUET"
      table_format  = biglake_configuration.value
    }
  }
}
