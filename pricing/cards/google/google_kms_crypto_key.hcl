# A KMS key: a month of each of its versions, and operations. A rotation adds a
# version and takes none away; how many there are by now is use, one at first.
# A version in an HSM costs more, and for RSA of 3072 and 4096 bits and elliptic
# curves more still; external keys have a price of their own, which is not in
# the catalogue.
resource "google_kms_crypto_key" {
  assume "version_template" {
    why = "SOFTWARE, the default of the API"
  }
  assume "version_template.protection_level" {
    value = "SOFTWARE"
    why   = "SOFTWARE, the default of the API"
  }

  usage "key_versions" {
    unit        = "versions"
    default     = null
    description = "versions that are not destroyed; one without rotation"
  }
  usage "monthly_key_operations" {
    unit        = "operations"
    description = "encryptions, decryptions, signatures"
  }

  let {
    level     = lower(get(self.version_template, "protection_level", "SOFTWARE"))
    algorithm = upper(coalesce(get(self.version_template, "algorithm"), "GOOGLE_SYMMETRIC_ENCRYPTION"))
    strong    = length(regexall("3072|4096|^EC_|ML_DSA|SLH_DSA", let.algorithm)) > 0
    versions  = coalesce(usage.key_versions, coalesce(self.skip_initial_version_creation, false) ? 0 : 1)
  }

  cost "key versions" {
    quantity = let.versions
    unit     = "month"
    price    = let.level == "hsm" && let.strong ? "kms/hsm-key-version" : "kms/key-version/${let.level}"
    # Known in one region only, and the same in all.
    region = let.level == "hsm" && let.strong ? "us-central1" : null
  }

  cost "operations" {
    quantity = usage.monthly_key_operations / 10000
    unit     = "10k-operations"
    price    = "kms/operations/${let.level == "hsm" && let.strong ? "hsm-asymmetric" : let.level}"
  }

  uses "service" {
    when = let.level == "hsm"
    gap  = "no figure exists for a share of an HSM"
  }

  example "a software key that rotates" {
    given   = { purpose = "ENCRYPT_DECRYPT", rotation_period = "7776000s", version_template = unknown }
    omitted = ["version_template"]
    usage   = { key_versions = 4, monthly_key_operations = 1000000 }
    want    = { "key versions" = 4, operations = 100 }
    status  = "priced"
    monthly = "3.24"
    prices  = { "kms/key-version/software" = 0.06, "kms/operations/software" = 0.03 }
    source  = "cloud.google.com/kms/pricing, 2026-09"
  }

  example "one version at first" {
    given  = { purpose = "ENCRYPT_DECRYPT" }
    want   = { "key versions" = 1 }
    unused = ["operations"]
  }

  example "RSA of 4096 bits in an HSM" {
    given  = { purpose = "ASYMMETRIC_SIGN", version_template = [{ protection_level = "HSM", algorithm = "RSA_SIGN_PKCS1_4096_SHA512" }] }
    want   = { "key versions" = 1 }
    unused = ["operations"]
    monthly = "2.50"
    prices  = { "kms/hsm-key-version" = 2.5 }
    source  = "cloud.google.com/kms/pricing, 2024-07"
  }

  example "an external key" {
    given  = { version_template = [{ protection_level = "EXTERNAL", algorithm = "EXTERNAL_SYMMETRIC_ENCRYPTION" }] }
    want   = {}
    gaps   = ["key versions"]
    unused = ["operations"]
    status = "gap"
  }

  example "level known only after apply" {
    given  = { version_template = [{ protection_level = unknown, algorithm = "GOOGLE_SYMMETRIC_ENCRYPTION" }] }
    want   = {}
    gaps   = ["key versions"]
    unused = ["operations"]
    status = "gap"
  }
}
