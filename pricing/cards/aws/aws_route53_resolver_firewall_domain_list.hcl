# A list of domains of one's own for the DNS firewall: a month of every domain.
# Queries are billed where the rules are associated with a network.
resource "aws_route53_resolver_firewall_domain_list" {
  assume "domains" {
    value = []
    why   = "no domains are configured"
  }

  cost "domains" {
    quantity = length(self.domains)
    unit     = "month"
    price    = "route53-resolver/dns-firewall/domain"
  }

  uses "domains" {
    gap = "no source gives the energy of name service"
  }

  example "two domains" {
    given   = { domains = ["example.com", "example.org"] }
    want    = { domains = 2 }
    monthly = "0.001"
    prices  = { "route53-resolver/dns-firewall/domain" = 0.0005 }
    source  = "aws.amazon.com/route53/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "domains known only after apply" {
    given  = { domains = unknown }
    want   = {}
    gaps   = ["domains"]
    status = "gap"
  }
}
