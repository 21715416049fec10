# A gateway: billed by the hour where it is a Secure Web Proxy, with the data
# it processes, which has no price in the catalogue. A gateway of a service
# mesh (OPEN_MESH) is configuration and free.
resource "google_network_services_gateway" {
  assume "type" {
    value = "TYPE_UNSPECIFIED"
    why   = "not configured: no gateway of Secure Web Proxy"
  }

  usage "monthly_data_processed_gb" {
    unit        = "GB"
    default     = null
    description = "data the proxy processes"
  }

  let {
    proxy = upper(coalesce(self.type, "TYPE_UNSPECIFIED")) == "SECURE_WEB_GATEWAY"
  }

  cost "gateway" {
    when     = let.proxy
    quantity = hours
    unit     = "hour"
    price    = "secure-web-proxy/gateway"
  }

  cost "data" {
    when     = let.proxy && usage.monthly_data_processed_gb != null
    quantity = usage.monthly_data_processed_gb
    unit     = "GiB"
    price    = "secure-web-proxy/data"
  }

  uses "gateway" {
    when = let.proxy
    gap  = "no figure exists for a share of Google's network"
  }

  example "a Secure Web Proxy" {
    given   = { type = "SECURE_WEB_GATEWAY" }
    want    = { gateway = 730 }
    status  = "priced"
    monthly = "912.50"
    prices  = { "secure-web-proxy/gateway" = 1.25 }
    source  = "cloud.google.com/secure-web-proxy/pricing, 2026-08"
  }

  example "of a mesh" {
    given  = { type = "OPEN_MESH" }
    want   = {}
    status = "free"
  }

  example "data: no price here" {
    given  = { type = "SECURE_WEB_GATEWAY" }
    usage  = { monthly_data_processed_gb = 1 }
    want   = { gateway = 730 }
    gaps   = ["data"]
    status = "partial"
  }

  example "type known only after apply" {
    given  = { type = unknown }
    want   = {}
    gaps   = ["gateway"]
    status = "gap"
  }
}
