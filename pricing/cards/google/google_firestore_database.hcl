# A Firestore database: documents read, written and deleted, and storage. The
# prices are those of the standard edition in us-central1; storage has none in
# the catalogue, nor has the enterprise edition. The free amounts of a day are
# the project's first database's and are not taken off.
resource "google_firestore_database" {
  assume "database_edition" {
    value = "STANDARD"
    why   = "STANDARD, the default of the API"
  }

  usage "monthly_document_reads" {
    unit        = "documents"
    description = "documents read"
  }
  usage "monthly_document_writes" {
    unit        = "documents"
    description = "documents written"
  }
  usage "monthly_document_deletes" {
    unit        = "documents"
    default     = null
    description = "documents deleted"
  }
  usage "storage_gb" {
    unit        = "GB"
    default     = null
    description = "data and indexes stored"
  }

  let {
    edition = lower(coalesce(self.database_edition, "STANDARD"))
  }

  cost "reads" {
    quantity = usage.monthly_document_reads / 1000000
    unit     = "1M-operations"
    price    = "firestore/${let.edition}/read"
  }

  cost "writes" {
    quantity = usage.monthly_document_writes / 1000000
    unit     = "1M-operations"
    price    = "firestore/${let.edition}/write"
  }

  cost "deletes" {
    when     = usage.monthly_document_deletes != null
    quantity = usage.monthly_document_deletes / 1000000
    unit     = "1M-operations"
    price    = "firestore/${let.edition}/delete"
  }

  cost "storage" {
    when     = usage.storage_gb != null
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "firestore/${let.edition}/storage"
  }

  uses "storage" {
    gap = "no figure exists for the storage behind Firestore"
  }

  example "ten million reads and a million writes" {
    given   = { location_id = "us-central1", type = "FIRESTORE_NATIVE", database_edition = unknown }
    usage   = { monthly_document_reads = 10000000, monthly_document_writes = 1000000, monthly_document_deletes = 1000000 }
    want    = { reads = 10, writes = 1, deletes = 1 }
    omitted = ["database_edition"]
    status  = "priced"
    monthly = "4.00"
    prices  = { "firestore/standard/read" = 0.3, "firestore/standard/write" = 0.9, "firestore/standard/delete" = 0.1 }
    source  = "cloud.google.com/firestore/pricing, us-central1, 2026-09"
  }

  example "storage: no price here" {
    given  = { location_id = "us-central1", database_edition = "STANDARD" }
    usage  = { storage_gb = 10 }
    want   = {}
    unused = ["reads", "writes"]
    gaps   = ["storage"]
  }

  example "edition known only after apply" {
    given  = { database_edition = unknown }
    usage  = { monthly_document_reads = 1, monthly_document_writes = 1 }
    want   = {}
    gaps   = ["reads", "writes"]
    status = "gap"
  }
}
