# A certificate of Certificate Manager: a month of it. The first hundred are
# the billing account's and are not taken off: with fewer than a hundred, none
# is billed. Regional certificates have a price of their own, which is not in
# the catalogue.
resource "google_certificate_manager_certificate" {
  assume "location" {
    value = "global"
    why   = "global, the default of the API"
  }

  let {
    place = lower(coalesce(self.location, "global"))
  }

  cost "certificate" {
    quantity = 1
    unit     = "month"
    price    = "certificate-manager/${let.place == "global" ? "certificate" : "regional-certificate"}"
  }

  example "a certificate" {
    given   = { location = unknown }
    want    = { certificate = 1 }
    omitted = ["location"]
    status  = "priced"
    monthly = "0.20"
    prices  = { "certificate-manager/certificate" = 0.2 }
    source  = "cloud.google.com/certificate-manager/pricing, 2026-08"
  }

  example "regional: no price here" {
    given  = { location = "europe-west1" }
    want   = {}
    gaps   = ["certificate"]
    status = "gap"
  }

  example "place known only after apply" {
    given  = { location = unknown }
    want   = {}
    gaps   = ["certificate"]
    status = "gap"
  }
}
