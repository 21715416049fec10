# A table of a storage account: what is stored, and operations by kind, a million
# of which cost the same in all kinds unless the account has tables encrypted by a
# key of its own (table_encryption_key_type = "Account"), whose meters are dearer.
# Where the account keeps a copy far away, what is sent there is billed too.
resource "azurerm_storage_table" {
  ref "account" {
    path  = "storage_account_id"
    types = ["azurerm_storage_account"]
  }
  ref "named" {
    path  = "storage_account_name"
    types = ["azurerm_storage_account"]
  }

  usage "storage_gb" {
    unit        = "GB"
    description = "data stored"
  }
  usage "monthly_write_operations" {
    unit        = "operations"
    description = "writes a month"
  }
  usage "monthly_batch_write_operations" {
    unit        = "operations"
    description = "batches written a month"
  }
  usage "monthly_read_operations" {
    unit        = "operations"
    description = "reads a month"
  }
  usage "monthly_scan_operations" {
    unit        = "operations"
    description = "scans a month"
  }
  usage "monthly_list_operations" {
    unit        = "operations"
    description = "lists a month"
  }
  usage "monthly_delete_operations" {
    unit        = "operations"
    description = "deletions a month; free where the account's own key encrypts"
  }
  usage "monthly_geo_replication_data_transfer_gb" {
    unit        = "GB"
    description = "data sent a month to the second region"
  }

  let {
    account = first(refs.account, refs.named)
    unseen  = let.account == null
    copies  = lookup({ lrs = "lrs", zrs = "zrs", grs = "grs", ragrs = "ra-grs", gzrs = "gzrs", ragzrs = "ra-gzrs" }, lower(get(let.account, "account_replication_type", "lrs")), "lrs")
    near    = trimprefix(let.copies, "ra-")
    own     = lower(coalesce(get(let.account, "table_encryption_key_type"), "Service")) == "account"
    kind    = let.own ? "account-encrypted" : "standard"
    base    = "storage/tables/${let.kind}-${let.copies}"
    spelt   = let.own ? ["account-encrypted-${let.copies}-", "account-encrypted-${let.near}-", "account-encrypted-", "${let.copies}-"] : ["${let.copies}-", "${let.near}-", ""]
    meters  = { stored = "data-stored", write = "write-operations", batch = "batch-write-operations", read = "read-operations", scan = "scan-operations", list = "list-operations", delete = "delete-operations" }
    keys    = { for name, meter in let.meters : name => first(first_priced([for s in let.spelt : "${let.base}/${s}${meter}"]), "${let.base}/${let.copies}-${meter}") }
  }

  cost "account" {
    when     = let.unseen
    quantity = 1
    unit     = "month"
    price    = null
    hint     = "redundancy and encryption are those of the storage account, which is not part of this input"
  }

  cost "capacity" {
    when     = !let.unseen
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = let.keys.stored
  }
  cost "write operations" {
    when     = !let.unseen
    quantity = usage.monthly_write_operations / 1000000
    unit     = "1M-operations"
    price    = let.keys.write
  }
  cost "batch write operations" {
    when     = !let.unseen
    quantity = usage.monthly_batch_write_operations / 1000000
    unit     = "1M-operations"
    price    = let.keys.batch
  }
  cost "read operations" {
    when     = !let.unseen
    quantity = usage.monthly_read_operations / 1000000
    unit     = "1M-operations"
    price    = let.keys.read
  }
  cost "scan operations" {
    when     = !let.unseen
    quantity = usage.monthly_scan_operations / 1000000
    unit     = "1M-operations"
    price    = let.keys.scan
  }
  cost "list operations" {
    when     = !let.unseen
    quantity = usage.monthly_list_operations / 1000000
    unit     = "1M-operations"
    price    = let.keys.list
  }
  cost "delete operations" {
    when     = !let.unseen && !let.own
    quantity = usage.monthly_delete_operations / 1000000
    unit     = "1M-operations"
    price    = let.keys.delete
  }
  cost "geo-replication" {
    when     = !let.unseen && startswith(let.near, "g")
    quantity = usage.monthly_geo_replication_data_transfer_gb
    unit     = "GB"
    price    = "storage/storage-bandwidth/geo-replication-v2/geo-replication-v2-data-transfer"
  }

  uses "rows" {
    when      = !let.unseen
    storage   = "storage-account"
    selector  = let.copies
    gigabytes = usage.storage_gb
  }

  example "a local copy only" {
    refs    = { account = { account_replication_type = "LRS" } }
    usage   = { storage_gb = 100, monthly_write_operations = 10000000, monthly_read_operations = 50000000 }
    want    = { capacity = 100, "write operations" = 10, "read operations" = 50 }
    unused  = ["batch write operations", "scan operations", "list operations", "delete operations"]
    status  = "partial"
    monthly = "6.66"
    prices  = { "storage/tables/standard-lrs/lrs-data-stored" = 0.045, "storage/tables/standard-lrs/write-operations" = 0.036, "storage/tables/standard-lrs/read-operations" = 0.036 }
    source  = "azure.microsoft.com/pricing/details/storage/tables, West Europe, 2026-08"
  }

  example "encrypted by the account's key, read access to a second region" {
    refs    = { named = { account_replication_type = "RAGRS", table_encryption_key_type = "Account" } }
    usage   = { storage_gb = 100, monthly_write_operations = 1000000, monthly_batch_write_operations = 1000000, monthly_read_operations = 1000000, monthly_geo_replication_data_transfer_gb = 10 }
    want    = { capacity = 100, "write operations" = 1, "batch write operations" = 1, "read operations" = 1, "geo-replication" = 10 }
    unused  = ["scan operations", "list operations"]
    monthly = "41.45" # 14.60 + 6.50 + 19.50 + 0.65 + 0.20
    prices = {
      "storage/tables/account-encrypted-ra-grs/ra-grs-data-stored"                           = 0.146
      "storage/tables/account-encrypted-ra-grs/account-encrypted-grs-write-operations"       = 6.5
      "storage/tables/account-encrypted-ra-grs/account-encrypted-grs-batch-write-operations" = 19.5
      "storage/tables/account-encrypted-ra-grs/account-encrypted-read-operations"            = 0.65
      "storage/storage-bandwidth/geo-replication-v2/geo-replication-v2-data-transfer"        = 0.02
    }
    source = "azure.microsoft.com/pricing/details/storage/tables, West Europe, 2026-08"
  }

  example "without use" {
    refs   = { account = { account_replication_type = "ZRS" } }
    want   = {}
    unused = ["capacity", "write operations", "batch write operations", "read operations", "scan operations", "list operations", "delete operations"]
    status = "usage"
  }

  example "an account that the input does not hold" {
    want   = {}
    gaps   = ["account"]
    status = "gap"
  }
}
