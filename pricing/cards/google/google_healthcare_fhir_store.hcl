# A FHIR store of the Healthcare API: structured storage, and requests by how
# hard they are, which have no price in the catalogue. Known in us-central1;
# the first gigabyte is the billing account's and is not taken off.
resource "google_healthcare_fhir_store" {
  usage "storage_gb" {
    unit        = "GB"
    description = "data stored"
  }
  usage "monthly_requests" {
    unit        = "requests"
    default     = null
    description = "requests"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "healthcare/storage/structured"
    region   = "us-central1"
  }

  cost "requests" {
    when     = usage.monthly_requests != null
    quantity = usage.monthly_requests / 100000
    unit     = "100k-requests"
    price    = "healthcare/requests/standard"
  }

  uses "storage" {
    gap = "no figure exists for the storage behind the Healthcare API"
  }

  example "100 GB" {
    given   = { version = "R4" }
    usage   = { storage_gb = 100 }
    want    = { storage = 100 }
    status  = "priced"
    monthly = "24.00"
    prices  = { "healthcare/storage/structured" = 0.24 }
    source  = "cloud.google.com/healthcare-api/pricing, us-central1, 2026-08"
  }

  example "requests: no price here" {
    given  = {}
    usage  = { storage_gb = 1, monthly_requests = 1000 }
    want   = { storage = 1 }
    gaps   = ["requests"]
    status = "partial"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
