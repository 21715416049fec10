# An encryption scope of a storage account: a month for each scope in use, at the
# price of the account's tier and redundancy. One with no blobs in it is not in use
# and costs nothing, so what is sure is nothing.
resource "azurerm_storage_encryption_scope" {
  ref "account" {
    path  = "storage_account_id"
    types = ["azurerm_storage_account"]
    assume "access_tier" {
      value = "Hot"
      why   = "Hot, the provider's default"
    }
  }

  let {
    unseen = refs.account == null
    copies = lookup({ lrs = "lrs", zrs = "zrs", grs = "grs", ragrs = "ra-grs", gzrs = "gzrs", ragzrs = "ra-gzrs" }, lower(get(refs.account, "account_replication_type", "lrs")), "lrs")
    tier   = lower(coalesce(get(refs.account, "access_tier"), "Hot"))
  }

  cost "scope" {
    quantity = 1
    low      = 0
    unit     = "month"
    price    = let.unseen ? null : "storage/blob-features/${let.tier}-${let.copies}/${let.tier}-${let.copies}-named-encryption-scopes"
    hint     = "tier and redundancy are those of the storage account, which is not part of this input"
  }

  example "in a hot account" {
    given   = { source = "Microsoft.Storage" }
    refs    = { account = { access_tier = unknown, account_replication_type = "LRS" } }
    omitted = ["account.access_tier"]
    want    = { scope = 1 }
    status  = "priced"
    monthly = "1.30"
    prices  = { "storage/blob-features/hot-lrs/hot-lrs-named-encryption-scopes" = 1.3 }
    source  = "azure.microsoft.com/pricing/details/storage/blobs, West Europe, 2026-08"
  }

  example "read access to a second region is dearer" {
    refs   = { account = { access_tier = "Cool", account_replication_type = "RAGRS" } }
    want   = { scope = 1 }
    prices = { "storage/blob-features/cool-ra-grs/cool-ra-grs-named-encryption-scopes" = 1.95 }
  }

  example "an account that the input does not hold" {
    want   = {}
    gaps   = ["scope"]
    status = "gap"
  }
}
