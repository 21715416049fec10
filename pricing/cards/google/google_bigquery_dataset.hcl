# A BigQuery dataset: what queries scan, when billed on demand. Its tables pay
# for storage. The first tebibyte a month is the billing account's and is not
# taken off; projects with reservations pay for slots instead.
resource "google_bigquery_dataset" {
  usage "monthly_queries_tb" {
    unit        = "TiB"
    description = "data scanned by on-demand queries"
  }

  let {
    multi  = { us = "us-multi", eu = "europe-multi" }
    region = lookup(let.multi, lower(coalesce(self.location, "US")), lower(coalesce(self.location, "US")))
  }

  cost "queries" {
    quantity = usage.monthly_queries_tb
    unit     = "TiB"
    price    = "bigquery/on-demand-query"
    region   = let.region
  }

  uses "service" {
    gap = "no figure exists for a share of BigQuery"
  }

  example "100 tebibytes in us-central1" {
    given   = { location = "us-central1" }
    usage   = { monthly_queries_tb = 100 }
    want    = { queries = 100 }
    status  = "priced"
    monthly = "625.00"
    prices  = { "bigquery/on-demand-query" = 6.25 }
    source  = "cloud.google.com/bigquery/pricing, us-central1, 2024-07"
  }

  example "the United States by default" {
    given = {}
    usage = { monthly_queries_tb = 1 }
    want  = { queries = 1 }
  }

  example "use not given" {
    given  = { location = "US" }
    want   = {}
    unused = ["queries"]
    status = "usage"
  }

  example "location known only after apply" {
    given  = { location = unknown }
    usage  = { monthly_queries_tb = 1 }
    want   = {}
    gaps   = ["queries"]
    status = "gap"
  }
}
