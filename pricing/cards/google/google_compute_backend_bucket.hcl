# A bucket behind a load balancer: billed where Cloud CDN is on, by what the
# caches send, in tiers of a month and by where it goes, and by look-ups.
# Filling the caches is billed between continents, for which the catalogue has
# no price; storage is the bucket's. Without CDN nothing is billed here.
resource "google_compute_backend_bucket" {
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

  let {
    cdn    = coalesce(self.enable_cdn, false)
    places = ["north_america", "europe", "asia", "latin_america", "oceania", "china", "other"]
    out    = [for p in let.places : p if p == "north_america" && usage.monthly_cdn_egress_gb == null || get(usage.monthly_cdn_egress_gb, p) != null]
  }

  cost "cache egress" {
    when     = let.cdn
    for_each = let.out
    name     = "cache egress to ${replace(each.value, "_", " ")}"
    quantity = get(usage.monthly_cdn_egress_gb, each.value)
    unit     = "GiB"
    price    = "cdn/egress/${replace(each.value, "_", "-")}"
  }

  cost "cache look-ups" {
    when     = let.cdn
    quantity = usage.monthly_cdn_requests / 1000000
    unit     = "1M-requests"
    price    = "cdn/lookups"
  }

  cost "cache fill" {
    when     = let.cdn && usage.monthly_cdn_fill_gb != null
    quantity = usage.monthly_cdn_fill_gb
    unit     = "GiB"
    price    = "cdn/fill"
  }

  uses "caches" {
    when = let.cdn
    gap  = "no figure exists for a share of Google's network"
  }

  example "20 TiB to North America and 100 GB to Asia" {
    given   = { enable_cdn = true }
    usage   = { monthly_cdn_egress_gb = { north_america = 20480, asia = 100 }, monthly_cdn_requests = 10000000 }
    want    = { "cache egress to north america" = 20480, "cache egress to asia" = 100, "cache look-ups" = 10 }
    status  = "priced"
    monthly = "1398.90"
    prices  = { "cdn/egress/north-america" = 0.08, "cdn/egress/asia" = 0.09, "cdn/lookups" = 0.75 }
    source  = "cloud.google.com/cdn/pricing, 2026-04: 10240 x 0.08 + 10240 x 0.055 + 100 x 0.09 + 10 x 0.75"
  }

  example "without CDN" {
    given   = { enable_cdn = unknown }
    want    = {}
    omitted = ["enable_cdn"]
    status  = "free"
  }

  example "no use given" {
    given  = { enable_cdn = true }
    want   = {}
    unused = ["cache egress to north america", "cache look-ups"]
    status = "usage"
  }

  example "cache fill: no price here" {
    given = { enable_cdn = true }
    usage = { monthly_cdn_egress_gb = { europe = 0 }, monthly_cdn_requests = 0, monthly_cdn_fill_gb = 10 }
    want  = { "cache egress to europe" = 0, "cache look-ups" = 0 }
    gaps  = ["cache fill"]
  }

  example "CDN known only after apply" {
    given  = { enable_cdn = unknown }
    want   = {}
    gaps   = ["cache egress to north america", "cache look-ups"]
    status = "gap"
  }
}
