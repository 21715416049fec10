# A Cloud DNS zone, public or private: a month of it. The 25 dearer zones are
# the billing account's, so each zone is counted among them; queries are billed
# with the records.
resource "google_dns_managed_zone" {
  cost "zone" {
    quantity = 1
    unit     = "month"
    price    = "dns/managed-zone"
  }

  uses "service" {
    gap = "no figure exists for a share of Cloud DNS"
  }

  example "a zone" {
    given   = { dns_name = "example.com.", visibility = "public" }
    want    = { zone = 1 }
    status  = "priced"
    monthly = "0.20"
    prices  = { "dns/managed-zone" = 0.2 }
    source  = "cloud.google.com/dns/pricing, 2026-09"
  }

  example "name known only after apply" {
    given = { dns_name = unknown, visibility = "private" }
    want  = { zone = 1 }
  }
}
