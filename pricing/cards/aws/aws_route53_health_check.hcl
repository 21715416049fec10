# A health check: a month of it, dearer where the endpoint is outside AWS, and a
# month of each optional feature: HTTPS, string matching, the 10 second
# interval, latency graphs. Checks computed from others or from an alarm cost as
# much as one of an AWS endpoint. The first 50 of AWS endpoints are free for an
# account and not deducted.
resource "aws_route53_health_check" {
  usage "endpoint_type" {
    values      = ["aws", "non_aws"]
    default     = "aws"
    description = "whether the endpoint that is checked is in AWS"
  }

  let {
    type = upper(self.type)
    # Nothing outside is asked by these.
    inner = contains(["CALCULATED", "CLOUDWATCH_METRIC", "RECOVERY_CONTROL"], let.type)
    where = let.inner || usage.endpoint_type == "aws" ? "aws" : "external"
    features = (
      (startswith(let.type, "HTTPS") ? 1 : 0) +
      (endswith(let.type, "STR_MATCH") ? 1 : 0) +
      (coalesce(self.request_interval, 30) == 10 ? 1 : 0) +
      (coalesce(self.measure_latency, false) ? 1 : 0)
    )
  }

  cost "health check" {
    quantity = 1
    unit     = "month"
    price    = "route53/health-check/${let.where}"
  }

  cost "optional features" {
    when     = !let.inner && let.features > 0
    quantity = let.features
    unit     = "month"
    price    = "route53/health-check-feature/${let.where}"
  }

  uses "checks" {
    gap = "no source gives the energy of health checks"
  }

  example "plain HTTP of an AWS endpoint" {
    given   = { type = "HTTP", fqdn = "example.com", request_interval = 30 }
    want    = { "health check" = 1 }
    monthly = "0.50"
    prices  = { "route53/health-check/aws" = 0.50 }
    source  = "aws.amazon.com/route53/pricing, 2025-06"
    status  = "priced"
  }

  example "all features, outside AWS" {
    given   = { type = "HTTPS_STR_MATCH", fqdn = "example.com", request_interval = 10, measure_latency = true }
    usage   = { endpoint_type = "non_aws" }
    want    = { "health check" = 1, "optional features" = 4 }
    monthly = "8.75"
    prices  = { "route53/health-check/external" = 0.75, "route53/health-check-feature/external" = 2 }
    source  = "aws.amazon.com/route53/pricing, 2025-06"
  }

  example "calculated from others" {
    given  = { type = "CALCULATED", child_healthchecks = unknown }
    usage  = { endpoint_type = "non_aws" }
    want   = { "health check" = 1 }
    prices = { "route53/health-check/aws" = 0.50 }
  }

  example "interval known only after apply" {
    given  = { type = "HTTP", request_interval = unknown }
    want   = { "health check" = 1 }
    gaps   = ["optional features"]
    status = "partial"
  }
}
