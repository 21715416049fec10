# A certificate issued by a private authority: a fee each time one is issued.
# The configuration issues it once, so what a month costs depends on how often
# it is replaced.
resource "aws_acmpca_certificate" {
  ref "authority" {
    path  = "certificate_authority_arn"
    types = ["aws_acmpca_certificate_authority"]

    assume "usage_mode" {
      value = "GENERAL_PURPOSE"
      why   = "general purpose, the default"
    }
  }

  usage "monthly_requests" {
    unit        = "certificates"
    description = "times a month it is issued anew"
  }

  let {
    short = get(refs.authority, "usage_mode", "GENERAL_PURPOSE") == "SHORT_LIVED_CERTIFICATE"
  }

  cost "certificate" {
    quantity = usage.monthly_requests
    unit     = "each"
    price    = let.short ? "acm-pca/short-lived-certificate" : "acm-pca/certificate"
  }

  example "issued four times a month" {
    given   = { certificate_authority_arn = unknown }
    refs    = { authority = { usage_mode = "GENERAL_PURPOSE" } }
    usage   = { monthly_requests = 4 }
    want    = { certificate = 4 }
    monthly = "3.00"
    prices  = { "acm-pca/certificate" = 0.75 }
    source  = "aws.amazon.com/private-ca/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "short-lived, daily" {
    given   = { certificate_authority_arn = unknown }
    refs    = { authority = { usage_mode = "SHORT_LIVED_CERTIFICATE" } }
    usage   = { monthly_requests = 30 }
    want    = { certificate = 30 }
    monthly = "1.74"
    prices  = { "acm-pca/short-lived-certificate" = 0.058 }
    source  = "aws.amazon.com/private-ca/pricing, us-east-1, 2025-06"
  }

  example "no use given, authority of another plan" {
    given  = { certificate_authority_arn = "arn:aws:acm-pca:us-east-1:1:certificate-authority/a" }
    want   = {}
    unused = ["certificate"]
    status = "usage"
  }

  example "mode of the authority known only after apply" {
    given  = { certificate_authority_arn = unknown }
    refs   = { authority = { usage_mode = unknown } }
    usage  = { monthly_requests = 4 }
    want   = {}
    gaps   = ["certificate"]
    status = "gap"
  }
}
