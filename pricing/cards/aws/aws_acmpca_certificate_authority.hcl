# A private certificate authority: its month, disabled or not, until it is
# deleted, and every certificate it issues, in tiers of the account and region.
# An authority for short-lived certificates is cheaper by the month and by the
# certificate. Status requests are billed where OCSP is on.
resource "aws_acmpca_certificate_authority" {
  assume "usage_mode" {
    value = "GENERAL_PURPOSE"
    why   = "general purpose, the default"
  }

  usage "monthly_requests" {
    unit        = "certificates"
    description = "certificates issued a month"
  }
  usage "monthly_ocsp_queries" {
    unit        = "queries"
    default     = null
    description = "OCSP queries answered a month"
  }

  let {
    short = coalesce(self.usage_mode, "GENERAL_PURPOSE") == "SHORT_LIVED_CERTIFICATE"
    ocsp  = get(self.revocation_configuration, "ocsp_configuration.enabled", false)
  }

  cost "authority" {
    quantity = 1
    unit     = "month"
    price    = let.short ? "acm-pca/short-lived-ca" : "acm-pca/general-purpose-ca"
  }

  cost "certificates" {
    quantity = usage.monthly_requests
    unit     = "each"
    price    = let.short ? "acm-pca/short-lived-certificate" : "acm-pca/certificate"
  }

  cost "OCSP queries" {
    when     = let.ocsp && usage.monthly_ocsp_queries != null
    quantity = usage.monthly_ocsp_queries == null ? null : usage.monthly_ocsp_queries / 1000000
    unit     = "1M-queries"
    price    = "acm-pca/ocsp-query"
  }

  uses "authority" {
    gap = "no source gives the energy of a certificate authority"
  }

  example "general purpose, 20,000 certificates over three tiers" {
    given   = { type = "ROOT", usage_mode = unknown }
    omitted = ["usage_mode"]
    usage   = { monthly_requests = 20000 }
    want    = { authority = 1, certificates = 20000 }
    monthly = "4310.00" # 400 + 1,000 x 0.75 + 9,000 x 0.35 + 10,000 x 0.001
    prices  = { "acm-pca/general-purpose-ca" = 400, "acm-pca/certificate" = 0.75 }
    source  = "aws.amazon.com/private-ca/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "for short-lived certificates, use not given" {
    given  = { type = "SUBORDINATE", usage_mode = "SHORT_LIVED_CERTIFICATE" }
    want   = { authority = 1 }
    unused = ["certificates"]
    status = "partial"
  }

  example "with OCSP" {
    given = { revocation_configuration = [{ ocsp_configuration = [{ enabled = true }] }] }
    usage = { monthly_requests = 10, monthly_ocsp_queries = 5000000 }
    want  = { authority = 1, certificates = 10, "OCSP queries" = 5 }
  }

  example "mode known only after apply" {
    given  = { type = "ROOT", usage_mode = unknown }
    usage  = { monthly_requests = 10 }
    want   = {}
    gaps   = ["authority", "certificates"]
    status = "gap"
  }
}
