# A distribution: gigabytes out to the internet and to the origin by where the
# visitor is, in tiers, requests by kind and place, and what is bought on top.
# Fixed is only a certificate on dedicated addresses (ssl_support_method = vip).
#
# Usage is nested by place: us (with Canada and Mexico), europe, south_africa,
# south_america, japan, australia, asia_pacific, middle_east, india. A terabyte
# and ten million requests a month of an account are free and not deducted.
# price_class leaves places out; it changes no price.
resource "aws_cloudfront_distribution" {
  usage "monthly_data_transfer_to_internet_gb" {
    keys = {
      us            = "GB"
      europe        = "GB"
      south_africa  = "GB"
      south_america = "GB"
      japan         = "GB"
      australia     = "GB"
      asia_pacific  = "GB"
      middle_east   = "GB"
      india         = "GB"
    }
    default     = null
    description = "data out to visitors a month"
  }
  usage "monthly_data_transfer_to_origin_gb" {
    keys = {
      us            = "GB"
      europe        = "GB"
      south_africa  = "GB"
      south_america = "GB"
      japan         = "GB"
      australia     = "GB"
      asia_pacific  = "GB"
      middle_east   = "GB"
      india         = "GB"
    }
    default     = null
    description = "data to the origin a month (uploads)"
  }
  usage "monthly_http_requests" {
    keys = {
      us            = "requests"
      europe        = "requests"
      south_africa  = "requests"
      south_america = "requests"
      japan         = "requests"
      australia     = "requests"
      asia_pacific  = "requests"
      middle_east   = "requests"
      india         = "requests"
    }
    default     = null
    description = "HTTP requests a month"
  }
  usage "monthly_https_requests" {
    keys = {
      us            = "requests"
      europe        = "requests"
      south_africa  = "requests"
      south_america = "requests"
      japan         = "requests"
      australia     = "requests"
      asia_pacific  = "requests"
      middle_east   = "requests"
      india         = "requests"
    }
    default     = null
    description = "HTTPS requests a month"
  }
  usage "monthly_shield_requests" {
    keys = {
      us            = "requests"
      europe        = "requests"
      south_america = "requests"
      japan         = "requests"
      australia     = "requests"
      asia_pacific  = "requests"
      india         = "requests"
    }
    default     = null
    description = "requests to Origin Shield a month"
  }
  usage "monthly_invalidation_requests" {
    unit        = "paths"
    default     = null
    description = "paths invalidated a month; the first thousand are free"
  }
  usage "monthly_encryption_requests" {
    unit        = "requests"
    default     = null
    description = "requests with field-level encryption a month"
  }
  usage "monthly_log_lines" {
    unit        = "lines"
    default     = null
    description = "lines of real-time logs a month"
  }

  let {
    edges = {
      us            = "edge-us"
      europe        = "edge-eu"
      south_africa  = "edge-za"
      south_america = "edge-sa"
      japan         = "edge-jp"
      australia     = "edge-au"
      asia_pacific  = "edge-ap"
      middle_east   = "edge-me"
      india         = "edge-in"
    }
    # Origin Shield is bought in a region: the one that stands for the place.
    shields = {
      us            = "us-east-1"
      europe        = "eu-west-1"
      south_america = "sa-east-1"
      japan         = "ap-northeast-1"
      australia     = "ap-southeast-2"
      asia_pacific  = "ap-southeast-1"
      india         = "ap-south-1"
    }
    # Without any use the line is shown once, at the price of the us.
    out    = { for place, edge in let.edges : place => edge if place == "us" && usage.monthly_data_transfer_to_internet_gb == null || get(usage.monthly_data_transfer_to_internet_gb, place) != null }
    origin = { for place, edge in let.edges : place => edge if get(usage.monthly_data_transfer_to_origin_gb, place) != null }
    http   = { for place, edge in let.edges : place => edge if get(usage.monthly_http_requests, place) != null }
    https  = { for place, edge in let.edges : place => edge if place == "us" && usage.monthly_https_requests == null || get(usage.monthly_https_requests, place) != null }
    shield = { for place, edge in let.shields : place => edge if get(usage.monthly_shield_requests, place) != null }
    vip    = get(self.viewer_certificate, "ssl_support_method", "") == "vip"
  }

  cost "data out" {
    for_each = let.out
    name     = "data out, ${each.key}"
    quantity = get(usage.monthly_data_transfer_to_internet_gb, each.key)
    unit     = "GB"
    price    = "cloudfront/internet-egress"
    region   = each.value
  }

  cost "data to origin" {
    for_each = let.origin
    name     = "data to origin, ${each.key}"
    quantity = get(usage.monthly_data_transfer_to_origin_gb, each.key)
    unit     = "GB"
    price    = "cloudfront/origin-egress"
    region   = each.value
  }

  cost "HTTP requests" {
    for_each = let.http
    name     = "HTTP requests, ${each.key}"
    quantity = get(usage.monthly_http_requests, each.key) / 10000
    unit     = "10k-requests"
    price    = "cloudfront/requests/http"
    region   = each.value
  }

  cost "HTTPS requests" {
    for_each = let.https
    name     = "HTTPS requests, ${each.key}"
    quantity = usage.monthly_https_requests == null ? null : get(usage.monthly_https_requests, each.key) / 10000
    unit     = "10k-requests"
    price    = "cloudfront/requests/https"
    region   = each.value
  }

  cost "Origin Shield requests" {
    for_each = let.shield
    name     = "Origin Shield requests, ${each.key}"
    quantity = get(usage.monthly_shield_requests, each.key) / 10000
    unit     = "10k-requests"
    price    = "cloudfront/requests/origin-shield"
    region   = each.value
  }

  cost "certificate on dedicated addresses" {
    when     = let.vip
    quantity = 1
    unit     = "month"
    price    = "cloudfront/dedicated-ip-certificate"
  }

  cost "invalidations" {
    when     = usage.monthly_invalidation_requests != null
    quantity = usage.monthly_invalidation_requests == null ? null : max(0, usage.monthly_invalidation_requests - 1000)
    unit     = "path"
    price    = "cloudfront/invalidation-path"
  }

  cost "field-level encryption" {
    when     = usage.monthly_encryption_requests != null
    quantity = usage.monthly_encryption_requests == null ? null : usage.monthly_encryption_requests / 10000
    unit     = "10k-requests"
    price    = "cloudfront/field-level-encryption"
  }

  cost "real-time logs" {
    when     = usage.monthly_log_lines != null
    quantity = usage.monthly_log_lines == null ? null : usage.monthly_log_lines / 1000000
    unit     = "1M-lines"
    price    = "cloudfront/real-time-log-lines"
  }

  uses "edge" {
    gap = "no source gives the energy of a content network"
  }

  example "to visitors in two places" {
    region  = "edge-us"
    given   = { price_class = "PriceClass_All", viewer_certificate = [{ ssl_support_method = "sni-only" }] }
    usage   = { monthly_data_transfer_to_internet_gb = { us = 1000, europe = 100 }, monthly_https_requests = { us = 1000000 } }
    want    = { "data out, us" = 1000, "data out, europe" = 100, "HTTPS requests, us" = 100 }
    monthly = "94.50"
    prices  = { "cloudfront/internet-egress" = 0.085, "cloudfront/requests/https" = 0.01 }
    source  = "aws.amazon.com/cloudfront/pricing, the United States (Europe has the same first tier), 2025-04"
    status  = "priced"
  }

  example "into the second tier" {
    given = {}
    usage = { monthly_data_transfer_to_internet_gb = { us = 20480 }, monthly_https_requests = { us = 0 }, monthly_data_transfer_to_origin_gb = { us = 10 }, monthly_http_requests = { japan = 20000 } }
    want  = { "data out, us" = 20480, "HTTPS requests, us" = 0, "data to origin, us" = 10, "HTTP requests, japan" = 2 }
  }

  example "what is bought on top" {
    region  = "us-east-1"
    given   = { viewer_certificate = [{ ssl_support_method = "vip" }] }
    usage   = { monthly_data_transfer_to_internet_gb = {}, monthly_https_requests = {}, monthly_shield_requests = { us = 1000000 }, monthly_invalidation_requests = 1200, monthly_log_lines = 1000000 }
    want    = { "Origin Shield requests, us" = 100, "certificate on dedicated addresses" = 1, invalidations = 200 }
    gaps    = ["real-time logs"]
    monthly = "601.75"
    prices  = { "cloudfront/requests/origin-shield" = 0.0075, "cloudfront/dedicated-ip-certificate" = 600, "cloudfront/invalidation-path" = 0.005 }
    source  = "aws.amazon.com/cloudfront/pricing, 2025-04"
    status  = "partial"
  }

  example "use not given" {
    given  = {}
    want   = {}
    unused = ["data out, us", "HTTPS requests, us"]
    status = "usage"
  }

  example "the certificate's kind known only after apply" {
    given  = { viewer_certificate = [{ ssl_support_method = unknown }] }
    want   = {}
    unused = ["data out, us", "HTTPS requests, us"]
    gaps   = ["certificate on dedicated addresses"]
    status = "gap"
  }
}
