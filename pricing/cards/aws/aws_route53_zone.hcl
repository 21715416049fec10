# A hosted zone, public or private: a month of it. Above 25 zones an account
# pays less for each further one, which one zone cannot know. Queries are billed
# with the records.
resource "aws_route53_zone" {
  cost "hosted zone" {
    quantity = 1
    unit     = "zone-month"
    price    = "route53/hosted-zone"
  }

  uses "zone" {
    gap = "no source gives the energy of name service"
  }

  example "public" {
    given   = { name = "example.com" }
    want    = { "hosted zone" = 1 }
    monthly = "0.50"
    prices  = { "route53/hosted-zone" = 0.50 }
    source  = "aws.amazon.com/route53/pricing, 2025-08"
    status  = "priced"
  }

  example "private, of a network known only after apply" {
    given  = { name = "internal", vpc = [{ vpc_id = unknown }] }
    want   = { "hosted zone" = 1 }
    status = "priced"
  }
}
