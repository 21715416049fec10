# A TensorBoard of Vertex AI: gigabytes of logs it keeps.
resource "google_vertex_ai_tensorboard" {
  usage "storage_gb" {
    unit        = "GB"
    description = "logs kept"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "vertex-ai/tensorboard/storage"
  }

  uses "storage" {
    gap = "no figure exists for the storage behind it"
  }

  example "20 GB" {
    given   = { region = "us-central1" }
    usage   = { storage_gb = 20 }
    want    = { storage = 20 }
    status  = "priced"
    monthly = "200.00"
    prices  = { "vertex-ai/tensorboard/storage" = 10 }
    source  = "cloud.google.com/vertex-ai/pricing, 2026-08"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
