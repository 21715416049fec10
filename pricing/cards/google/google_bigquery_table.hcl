# A BigQuery table: bytes stored, written by streams and read by the Storage
# API. Data that nobody changed for 90 days becomes long-term storage at a lower
# price. Views, materialised views aside, and external tables store nothing. A
# dataset whose storage_billing_model is PHYSICAL is billed for compressed bytes at
# about twice the price; use tells them then.
resource "google_bigquery_table" {
  ref "dataset" {
    path  = "dataset_id"
    types = ["google_bigquery_dataset"]
    assume "storage_billing_model" {
      why = "LOGICAL, the default of the API"
    }
  }

  usage "monthly_active_storage_gb" {
    unit        = "GiB"
    description = "data changed within 90 days"
  }
  usage "monthly_long_term_storage_gb" {
    unit        = "GiB"
    description = "data not changed for 90 days"
  }
  usage "monthly_streaming_inserts_mb" {
    unit        = "MB"
    default     = null
    description = "data written by the older streaming API"
  }
  usage "monthly_storage_write_api_gb" {
    unit        = "GiB"
    description = "data written by the Storage Write API"
  }
  usage "monthly_storage_read_api_tb" {
    unit        = "TiB"
    description = "data read by the Storage Read API"
  }

  let {
    multi  = { us = "us-multi", eu = "europe-multi" }
    place  = lower(known(get(refs.dataset, "location"), self.location, region))
    region = lookup(let.multi, let.place, let.place)
    # LOGICAL is the default.
    suffix = upper(coalesce(get(refs.dataset, "storage_billing_model"), "LOGICAL")) == "PHYSICAL" ? "-physical" : ""
    stores = length(self.view) == 0 && length(self.external_data_configuration) == 0
  }

  cost "active storage" {
    when     = let.stores
    quantity = usage.monthly_active_storage_gb
    unit     = "GiB-month"
    price    = "bigquery/storage/active${let.suffix}"
    region   = let.region
  }

  cost "long-term storage" {
    when     = let.stores
    quantity = usage.monthly_long_term_storage_gb
    unit     = "GiB-month"
    price    = "bigquery/storage/long-term${let.suffix}"
    region   = let.region
  }

  cost "streaming inserts" {
    when     = let.stores && usage.monthly_streaming_inserts_mb != null
    quantity = usage.monthly_streaming_inserts_mb / 1024
    unit     = "GiB"
    price    = "bigquery/streaming-inserts"
    region   = let.region
  }

  cost "Storage Write API" {
    when     = let.stores
    quantity = usage.monthly_storage_write_api_gb
    unit     = "GiB"
    price    = "bigquery/storage-write-api"
    region   = let.region
  }

  cost "Storage Read API" {
    quantity = usage.monthly_storage_read_api_tb
    unit     = "TiB"
    price    = "bigquery/storage-read-api"
    region   = let.region
  }

  uses "service" {
    gap = "no figure exists for BigQuery's storage and slots"
  }

  example "a table of a dataset in us-central1" {
    given   = { dataset_id = "events", location = unknown, view = [], external_data_configuration = [] }
    refs    = { dataset = { location = "us-central1" } }
    usage   = { monthly_active_storage_gb = 1000, monthly_long_term_storage_gb = 1000, monthly_storage_write_api_gb = 100, monthly_storage_read_api_tb = 2 }
    want    = { "active storage" = 1000, "long-term storage" = 1000, "Storage Write API" = 100, "Storage Read API" = 2 }
    status  = "priced"
    monthly = "43.70"
    prices  = { "bigquery/storage/active" = 0.023, "bigquery/storage/long-term" = 0.016, "bigquery/storage-write-api" = 0.025, "bigquery/storage-read-api" = 1.1 }
    source  = "cloud.google.com/bigquery/pricing, us-central1, 2024-07"
  }

  example "in the multi-region US, billed by compressed bytes" {
    region  = "us-multi"
    given   = { dataset_id = "events" }
    refs    = { dataset = { location = "US", storage_billing_model = "PHYSICAL" } }
    usage   = { monthly_active_storage_gb = 100, monthly_long_term_storage_gb = 500 }
    want    = { "active storage" = 100, "long-term storage" = 500 }
    unused  = ["Storage Write API", "Storage Read API"]
    monthly = "14.00" # 100 x 0.04 + 500 x 0.02
    prices  = { "bigquery/storage/active-physical" = 0.04, "bigquery/storage/long-term-physical" = 0.02 }
    source  = "cloud.google.com/bigquery/pricing, US multi-region, 2024-05"
  }

  example "use not given" {
    given  = { dataset_id = "events" }
    refs   = { dataset = { location = "us-central1" } }
    want   = {}
    unused = ["active storage", "long-term storage", "Storage Write API", "Storage Read API"]
    status = "usage"
  }

  example "a view stores nothing" {
    given  = { dataset_id = "events", view = [{ query = "select 1" }] }
    refs   = { dataset = { location = "us-central1" } }
    want   = {}
    unused = ["Storage Read API"]
  }

  example "the older streaming API has no price here" {
    given  = { dataset_id = "events" }
    refs   = { dataset = { location = "us-central1" } }
    usage  = { monthly_streaming_inserts_mb = 2048 }
    want   = {}
    unused = ["active storage", "long-term storage", "Storage Write API", "Storage Read API"]
    gaps   = ["streaming inserts"]
  }

  example "view known only after apply" {
    given  = { dataset_id = "events", view = unknown }
    refs   = { dataset = { location = "us-central1" } }
    want   = {}
    unused = ["Storage Read API"]
    gaps   = ["active storage", "long-term storage", "Storage Write API"]
  }
}
