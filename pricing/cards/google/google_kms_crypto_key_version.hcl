# A version of a KMS key: a month of it, by the protection level and algorithm
# of its key, until it is destroyed. Operations are given at the key, which
# counts one version of its own unless it is made without.
resource "google_kms_crypto_key_version" {
  ref "key" {
    path  = "crypto_key"
    types = ["google_kms_crypto_key"]
    assume "version_template" {
      why = "SOFTWARE, the default of the API"
    }
    assume "version_template.protection_level" {
      value = "SOFTWARE"
      why   = "SOFTWARE, the default of the API"
    }
  }

  let {
    level     = refs.key == null ? null : lower(get(refs.key, "version_template.protection_level", "SOFTWARE"))
    algorithm = upper(coalesce(get(refs.key, "version_template.algorithm"), "GOOGLE_SYMMETRIC_ENCRYPTION"))
    strong    = length(regexall("3072|4096|^EC_|ML_DSA|SLH_DSA", let.algorithm)) > 0
  }

  cost "version" {
    when     = !contains(["DESTROYED", "DESTROY_SCHEDULED"], upper(coalesce(self.state, "ENABLED")))
    quantity = 1
    unit     = "month"
    price    = let.level == null ? null : let.level == "hsm" && let.strong ? "kms/hsm-key-version" : "kms/key-version/${let.level}"
    hint     = "the key is not in sight, so neither is its protection level"
    region   = let.level == "hsm" && let.strong ? "us-central1" : null
  }

  uses "service" {
    when = let.level == "hsm"
    gap  = "no figure exists for a share of an HSM"
  }

  example "in software" {
    given   = { crypto_key = unknown, state = "ENABLED" }
    refs    = { key = { version_template = [{ algorithm = "GOOGLE_SYMMETRIC_ENCRYPTION", protection_level = "SOFTWARE" }] } }
    want    = { version = 1 }
    status  = "priced"
    monthly = "0.06"
    prices  = { "kms/key-version/software" = 0.06 }
    source  = "cloud.google.com/kms/pricing, 2026-09"
  }

  example "in an HSM" {
    given   = { crypto_key = unknown, state = "ENABLED" }
    refs    = { key = { version_template = [{ algorithm = "GOOGLE_SYMMETRIC_ENCRYPTION", protection_level = "HSM" }] } }
    want    = { version = 1 }
    monthly = "1.00"
    prices  = { "kms/key-version/hsm" = 1 }
    source  = "cloud.google.com/kms/pricing, 2026-09"
  }

  example "key out of sight" {
    given  = { crypto_key = "projects/p/locations/l/keyRings/r/cryptoKeys/k", state = "ENABLED" }
    want   = {}
    gaps   = ["version"]
    status = "gap"
  }

  example "level known only after apply" {
    given  = { crypto_key = unknown, state = "ENABLED" }
    refs   = { key = { version_template = [{ algorithm = "GOOGLE_SYMMETRIC_ENCRYPTION", protection_level = unknown }] } }
    want   = {}
    gaps   = ["version"]
    status = "gap"
  }
}
