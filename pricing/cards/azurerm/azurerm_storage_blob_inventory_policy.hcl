# A policy that lists the blobs of an account: the objects its rules look at, by
# the million, at the price of the account's tier and redundancy; dearer with a
# hierarchical namespace. The reports it writes are blobs and billed as such.
resource "azurerm_storage_blob_inventory_policy" {
  ref "account" {
    path  = "storage_account_id"
    types = ["azurerm_storage_account"]
    assume "access_tier" {
      value = "Hot"
      why   = "Hot, the provider's default"
    }
  }

  usage "monthly_scanned_objects" {
    unit        = "objects"
    description = "objects that all runs of its rules look at a month"
  }

  let {
    unseen  = refs.account == null
    premium = lower(get(refs.account, "account_tier", "standard")) == "premium"
    nested  = coalesce(get(refs.account, "is_hns_enabled"), false)
    product = "${let.premium ? "premium-block-blob" : "general-block-blob-v2"}${let.nested ? let.premium ? "-v2-hierarchical-namespace" : "-hierarchical-namespace" : ""}"
    copies  = lookup({ lrs = "lrs", zrs = "zrs", grs = "grs", ragrs = "ra-grs", gzrs = "gzrs", ragzrs = "ra-gzrs" }, lower(get(refs.account, "account_replication_type", "lrs")), "lrs")
    tier    = let.premium ? "premium" : lower(coalesce(get(refs.account, "access_tier"), "Hot"))
  }

  cost "objects scanned" {
    quantity = usage.monthly_scanned_objects / 1000000
    unit     = "1M-objects"
    price    = let.unseen ? null : "storage/${let.product}/${let.tier}-${let.copies}/${let.tier}-${let.copies}-blob-inventory"
    hint     = "tier and redundancy are those of the storage account, which is not part of this input"
  }

  uses "scans" { gap = "no figure exists for objects listed" }

  example "a thousand million objects" {
    given   = { rules = [{ name = "daily" }] }
    refs    = { account = { account_tier = "Standard", access_tier = "Hot", account_replication_type = "LRS" } }
    usage   = { monthly_scanned_objects = 1000000000 }
    want    = { "objects scanned" = 1000 }
    status  = "priced"
    monthly = "2.70"
    prices  = { "storage/general-block-blob-v2/hot-lrs/hot-lrs-blob-inventory" = 0.0027 }
    source  = "azure.microsoft.com/pricing/details/storage/blobs, West Europe, 2026-08"
  }

  example "with a hierarchical namespace" {
    refs   = { account = { account_tier = "Standard", access_tier = "Cool", account_replication_type = "ZRS", is_hns_enabled = true } }
    usage  = { monthly_scanned_objects = 1000000 }
    want   = { "objects scanned" = 1 }
    prices = { "storage/general-block-blob-v2-hierarchical-namespace/cool-zrs/cool-zrs-blob-inventory" = 0.00351 }
  }

  example "without use, and without its account" {
    want   = {}
    unused = ["objects scanned"]
    status = "usage"
  }
}
