# An instance of Secure Source Manager: a fixed price a month, and users, who
# are paid for apart. Known in us-central1 only.
resource "google_secure_source_manager_instance" {
  cost "instance" {
    quantity = 1
    unit     = "month"
    price    = "secure-source-manager/instance"
  }

  uses "instance" {
    gap = "the machines behind it are not published"
  }

  example "an instance" {
    given   = { location = "us-central1" }
    want    = { instance = 1 }
    status  = "priced"
    monthly = "1000.00"
    prices  = { "secure-source-manager/instance" = 1000 }
    source  = "cloud.google.com/secure-source-manager/pricing, us-central1, 2026-08"
  }

  example "a region without a price here" {
    region = "europe-west4"
    given  = { location = "europe-west4" }
    want   = {}
    gaps   = ["instance"]
    status = "gap"
  }
}
