# Minutes of builds, gigabytes kept and served, and for apps that render on the
# server requests and memory-time. Branches are billed here. What an account has
# free in its first year is not deducted.
resource "aws_amplify_app" {
  assume "platform" {
    value = "WEB"
    why   = "static, the provider's default"
  }

  usage "monthly_build_mins" {
    unit        = "minutes"
    description = "minutes of builds a month, of all branches"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "files kept for all branches"
  }
  usage "monthly_data_served_gb" {
    unit        = "GB"
    description = "data served a month"
  }
  usage "monthly_ssr_requests" {
    unit        = "requests"
    description = "requests a month rendered on the server"
  }
  usage "monthly_ssr_gb_hours" {
    unit        = "GB-hours"
    description = "memory-time of that rendering a month"
  }

  let {
    server = upper(coalesce(self.platform, "WEB")) != "WEB"
  }

  cost "builds" {
    quantity = usage.monthly_build_mins
    unit     = "minute"
    price    = "amplify/build"
  }
  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "amplify/storage"
  }
  cost "data served" {
    quantity = usage.monthly_data_served_gb
    unit     = "GB"
    price    = "amplify/data-served"
  }
  cost "requests rendered" {
    when     = let.server
    quantity = usage.monthly_ssr_requests / 1000000
    unit     = "1M-requests"
    price    = "amplify/ssr/requests"
  }
  cost "rendering" {
    when     = let.server
    quantity = usage.monthly_ssr_gb_hours
    unit     = "GB-hour"
    price    = "amplify/ssr/duration"
  }

  uses "app" {
    gap = "no source says what an app is served from"
  }

  example "a static site" {
    given   = { platform = unknown }
    omitted = ["platform"]
    usage   = { monthly_build_mins = 200, storage_gb = 10, monthly_data_served_gb = 100 }
    want    = { builds = 200, storage = 10, "data served" = 100 }
    monthly = "17.23"
    prices  = { "amplify/build" = 0.01, "amplify/storage" = 0.023, "amplify/data-served" = 0.15 }
    source  = "aws.amazon.com/amplify/pricing, us-east-1, 2025-07"
    status  = "priced"
  }

  example "rendered on the server" {
    given   = { platform = "WEB_COMPUTE" }
    usage   = { monthly_build_mins = 0, storage_gb = 0, monthly_data_served_gb = 0, monthly_ssr_requests = 10000000, monthly_ssr_gb_hours = 100 }
    want    = { builds = 0, storage = 0, "data served" = 0, "requests rendered" = 10, rendering = 100 }
    monthly = "23.000016"
    prices  = { "amplify/build" = 0.01, "amplify/storage" = 0.023, "amplify/data-served" = 0.15, "amplify/ssr/requests" = 0.3, "amplify/ssr/duration" = 0.20000016 }
    source  = "aws.amazon.com/amplify/pricing, us-east-1, 2025-05 and 2025-07"
  }

  example "use not given" {
    given  = { platform = "WEB" }
    want   = {}
    unused = ["builds", "storage", "data served"]
    status = "usage"
  }

  example "platform known only after apply" {
    given  = { platform = unknown }
    usage  = { monthly_build_mins = 0, storage_gb = 0, monthly_data_served_gb = 0 }
    want   = { builds = 0, storage = 0, "data served" = 0 }
    gaps   = ["requests rendered", "rendering"]
    status = "partial"
  }
}
