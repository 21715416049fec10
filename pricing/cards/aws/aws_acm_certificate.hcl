# A certificate. Public ones are free while only AWS services use them. One from
# a private authority costs a fee when it is issued to be exported or renewed;
# used with AWS services alone it is free as well. A public certificate that may
# be exported is billed by name at issue and renewal, at a price not known here.
# The month of the private authority is billed with the authority.
resource "aws_acm_certificate" {
  assume "options" {
    why = "not exportable, the default"
  }
  assume "options.export" {
    value = "DISABLED"
    why   = "not exportable, the default"
  }

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
    description = "certificates issued or renewed and exported a month"
  }

  let {
    private = refs.authority != null ? true : coalesce(self.certificate_authority_arn, "") != ""
    kind    = get(refs.authority, "usage_mode", "GENERAL_PURPOSE") == "SHORT_LIVED_CERTIFICATE" ? "short-lived-certificate" : "certificate"
  }

  cost "private certificate" {
    when     = let.private
    quantity = usage.monthly_requests
    unit     = "each"
    price    = "acm-pca/${let.kind}"
  }

  cost "exportable certificate" {
    when     = !let.private && upper(get(self.options, "export", "DISABLED")) == "ENABLED"
    quantity = 1
    unit     = "each"
    price    = null
    hint     = "an exportable public certificate is billed by name when issued and renewed; its price is not in the catalogue"
  }

  example "public, for a load balancer" {
    given   = { domain_name = "example.com", validation_method = "DNS", options = unknown }
    omitted = ["options"]
    want    = {}
    status  = "free"
  }

  example "of a private authority, exported twice a month" {
    given   = { domain_name = "internal.example.com", certificate_authority_arn = "arn:aws:acm-pca:us-east-1:1:certificate-authority/a" }
    usage   = { monthly_requests = 2 }
    want    = { "private certificate" = 2 }
    monthly = "1.50"
    prices  = { "acm-pca/certificate" = 0.75 }
    source  = "aws.amazon.com/private-ca/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "of an authority for short-lived certificates" {
    given = { domain_name = "internal.example.com", certificate_authority_arn = unknown }
    refs  = { authority = { usage_mode = "SHORT_LIVED_CERTIFICATE" } }
    usage = { monthly_requests = 100 }
    want  = { "private certificate" = 100 }
  }

  example "of a private authority, use not given" {
    given  = { domain_name = "internal.example.com", certificate_authority_arn = unknown }
    refs   = { authority = {} }
    want   = {}
    unused = ["private certificate"]
    status = "usage"
  }

  example "public and exportable" {
    given  = { domain_name = "example.com", options = [{ export = "ENABLED" }] }
    want   = {}
    gaps   = ["exportable certificate"]
    status = "gap"
  }
}
