# The namespace makes a hosted zone, which is billed by the month; questions to the
# API of Cloud Map by the million. What is registered in it is a resource of its
# own, or of ECS and then free.
resource "aws_service_discovery_private_dns_namespace" {
  usage "monthly_discovery_calls" {
    unit        = "calls"
    default     = null
    description = "questions a month through the API, not through DNS"
  }

  cost "hosted zone" {
    quantity = 1
    unit     = "zone-month"
    price    = "route53/hosted-zone"
  }
  cost "discovery calls" {
    when     = usage.monthly_discovery_calls != null
    quantity = usage.monthly_discovery_calls / 1000000
    unit     = "1M-calls"
    price    = "cloud-map/discovery"
  }

  uses "namespace" {
    gap = "no source gives the energy of a name"
  }

  example "a namespace" {
    given   = { name = "shop.local" }
    usage   = { monthly_discovery_calls = 10000000 }
    want    = { "hosted zone" = 1, "discovery calls" = 10 }
    monthly = "10.50"
    prices  = { "route53/hosted-zone" = 0.50, "cloud-map/discovery" = 1 }
    source  = "aws.amazon.com/cloud-map/pricing and /route53/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "name known only after apply" {
    given  = { name = unknown }
    want   = { "hosted zone" = 1 }
    status = "priced"
  }
}
