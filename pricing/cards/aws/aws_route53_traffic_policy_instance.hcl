# A record made by a traffic policy: a month of it, and its queries by the kinds
# of routing in the policy, which a plan does not weigh; count them as records.
resource "aws_route53_traffic_policy_instance" {
  cost "policy record" {
    quantity = 1
    unit     = "month"
    price    = "route53/traffic-policy-record"
  }

  uses "answers" {
    gap = "no source gives the energy of name service"
  }

  example "one" {
    given   = { name = "www.example.com", hosted_zone_id = unknown }
    want    = { "policy record" = 1 }
    monthly = "50.00"
    prices  = { "route53/traffic-policy-record" = 50 }
    source  = "aws.amazon.com/route53/pricing, 2025-06"
    status  = "priced"
  }
}
