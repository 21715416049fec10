# A key: operations with it, dearer for all but 2048-bit RSA, and rotations by
# policy. A key protected by an HSM (kinds ending in -HSM, in a Premium vault)
# costs by the month too, but for other than 2048-bit RSA the price falls with
# the number of keys in the account, which is not taken into account.
resource "azurerm_key_vault_key" {
  usage "monthly_protected_keys_operations" {
    unit        = "operations"
    description = "operations a month with the key"
  }
  usage "monthly_key_rotation_renewals" {
    unit        = "rotations"
    description = "rotations a month by the key's policy"
  }

  let {
    kind     = lower(self.key_type)
    hsm      = endswith(let.kind, "-hsm")
    advanced = !(startswith(let.kind, "rsa") && coalesce(self.key_size, 2048) == 2048)
    vault    = let.hsm ? "premium" : "standard"
  }

  cost "protected key" {
    when     = let.hsm
    quantity = 1
    unit     = "key-month"
    price    = let.advanced ? "key-vault/premium-premium-hsm-protected-advanced-key" : "key-vault/premium-premium-hsm-protected-rsa-2048-bit-key"
  }

  # Operations cost the same in either kind of vault.
  cost "operations" {
    quantity = usage.monthly_protected_keys_operations / 10000
    unit     = "10k-operations"
    price    = let.advanced ? "key-vault/${let.vault}-advanced-key-operations" : "key-vault/${let.vault}-operations"
  }

  cost "rotations" {
    when     = length(self.rotation_policy) > 0
    quantity = usage.monthly_key_rotation_renewals
    unit     = "rotation"
    price    = "key-vault/${let.vault}-automated-key-rotation"
  }

  uses "vault" {
    gap = "no figure exists for key vaults"
  }

  example "2048-bit RSA" {
    given   = { key_type = "RSA", key_size = 2048 }
    usage   = { monthly_protected_keys_operations = 1000000 }
    want    = { operations = 100 }
    status  = "priced"
    monthly = "3.00"
    prices  = { "key-vault/standard-operations" = 0.03 }
    source  = "azure.microsoft.com/pricing/details/key-vault, West Europe, 2026-08"
  }

  example "elliptic, in an HSM, rotated" {
    given   = { key_type = "EC-HSM", rotation_policy = [{ expire_after = "P90D" }] }
    usage   = { monthly_protected_keys_operations = 10000, monthly_key_rotation_renewals = 1 }
    want    = { "protected key" = 1, operations = 1, rotations = 1 }
    monthly = "6.15"
    prices  = { "key-vault/premium-premium-hsm-protected-advanced-key" = 5, "key-vault/premium-advanced-key-operations" = 0.15, "key-vault/premium-automated-key-rotation" = 1 }
    source  = "azure.microsoft.com/pricing/details/key-vault, West Europe, 2026-08"
  }

  example "2048-bit RSA in an HSM, without use" {
    given   = { key_type = "RSA-HSM", key_size = 2048 }
    want    = { "protected key" = 1 }
    unused  = ["operations"]
    monthly = "1.00"
    prices  = { "key-vault/premium-premium-hsm-protected-rsa-2048-bit-key" = 1 }
    source  = "azure.microsoft.com/pricing/details/key-vault, West Europe, 2026-08"
  }

  example "kind known only after apply" {
    given  = { key_type = unknown }
    want   = {}
    gaps   = ["protected key"]
    unused = ["operations"]
    status = "gap"
  }
}
