# A backend service: billed where Cloud CDN is on, as a backend bucket is.
# What a load balancer processes is billed by its forwarding rules, the
# machines behind it by themselves.
resource "google_compute_backend_service" {
  assume "enable_cdn" {
    value = false
    why   = "off, the default of the API"
  }

  usage "monthly_cdn_egress_gb" {
    keys = {
      north_america = "GB"
      europe        = "GB"
      asia          = "GB"
      latin_america = "GB"
      oceania       = "GB"
      china         = "GB"
      other         = "GB"
    }
    default     = null
    description = "data from the cache a month, by where it goes"
  }
  usage "monthly_cdn_requests" {
    unit        = "requests"
    description = "requests to the cache, hit or miss"
  }
  usage "monthly_cdn_fill_gb" {
    unit        = "GB"
    default     = null
    description = "data fetched into the caches"
  }

  part "" {
    card  = "google_compute_backend_bucket"
    given = { enable_cdn = coalesce(self.enable_cdn, false) }
    usage = {
      monthly_cdn_egress_gb = usage.monthly_cdn_egress_gb
      monthly_cdn_requests  = usage.monthly_cdn_requests
      monthly_cdn_fill_gb   = usage.monthly_cdn_fill_gb
    }
  }

  example "one tebibyte to Europe" {
    given   = { enable_cdn = true }
    usage   = { monthly_cdn_egress_gb = { europe = 1024 }, monthly_cdn_requests = 1000000 }
    want    = { "cache egress to europe" = 1024, "cache look-ups" = 1 }
    status  = "priced"
    monthly = "82.67"
    prices  = { "cdn/egress/europe" = 0.08, "cdn/lookups" = 0.75 }
    source  = "cloud.google.com/cdn/pricing, 2026-04: 1024 x 0.08 + 0.75"
  }

  example "without CDN" {
    given  = { protocol = "HTTP", enable_cdn = false }
    want   = {}
    status = "free"
  }

  example "not configured" {
    given   = { enable_cdn = unknown }
    want    = {}
    omitted = ["enable_cdn"]
    status  = "free"
  }
}
