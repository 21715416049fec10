# A certificate in a key vault: each renewal of it by a certificate authority
# (DigiCert, GlobalSign). Self-signed and imported ones renew for nothing; reading
# a certificate is an operation of its vault. Outside the government clouds the
# price is the same in every region that is known; the catalogue holds it under
# West Europe.
resource "azurerm_key_vault_certificate" {
  usage "monthly_certificate_renewal_requests" {
    unit        = "renewals"
    description = "renewals a month by a certificate authority"
  }

  let {
    issuer = lower(get(self.certificate_policy, "issuer_parameters.name", "unknown"))
    bought = !contains(["self", "unknown"], let.issuer)
  }

  cost "renewals" {
    when     = let.bought
    quantity = usage.monthly_certificate_renewal_requests
    unit     = "renewal"
    price    = "key-vault/standard-certificate-renewal-request"
    region   = startswith(region, "usgov") ? region : "westeurope"
  }

  example "renewed by an authority every second month" {
    given   = { certificate_policy = [{ issuer_parameters = [{ name = "DigiCert" }] }] }
    usage   = { monthly_certificate_renewal_requests = 0.5 }
    want    = { renewals = 0.5 }
    status  = "priced"
    monthly = "1.50"
    prices  = { "key-vault/standard-certificate-renewal-request" = 3 }
    source  = "azure.microsoft.com/pricing/details/key-vault, West Europe, 2026-08"
  }

  example "without use" {
    given  = { certificate_policy = [{ issuer_parameters = [{ name = "GlobalSign" }] }] }
    want   = {}
    unused = ["renewals"]
    status = "usage"
  }

  example "self-signed" {
    given  = { certificate_policy = [{ issuer_parameters = [{ name = "Self" }] }] }
    want   = {}
    status = "free"
  }

  example "authority known only after apply" {
    given  = { certificate_policy = [{ issuer_parameters = [{ name = unknown }] }] }
    want   = {}
    gaps   = ["renewals"]
    status = "gap"
  }
}
