# A queue of a storage account: what its messages take, operations of two classes
# (class 2 only read: get, peek, properties), and, where the account keeps a copy
# far away, what is sent there. Kind and redundancy are the account's; accounts
# of the older kind have cheaper operations. Zone-redundant meters of class 1
# are missing in some regions.
resource "azurerm_storage_queue" {
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
    description = "messages kept"
  }
  usage "monthly_class_1_operations" {
    unit        = "operations"
    description = "operations a month that write, delete or list"
  }
  usage "monthly_class_2_operations" {
    unit        = "operations"
    description = "operations a month that read"
  }
  usage "monthly_geo_replication_data_transfer_gb" {
    unit        = "GB"
    description = "data sent a month to the second region"
  }

  let {
    account = first(refs.account, refs.named)
    unseen  = let.account == null
    product = lower(coalesce(get(let.account, "account_kind"), "StorageV2")) == "storage" ? "queues" : "queues-v2"
    copies  = lookup({ lrs = "lrs", zrs = "zrs", grs = "grs", ragrs = "ra-grs", gzrs = "gzrs", ragzrs = "ra-gzrs" }, lower(get(let.account, "account_replication_type", "lrs")), "lrs")
    near    = trimprefix(let.copies, "ra-")
    base    = "storage/${let.product}/standard-${let.copies}"
    class1  = first(first_priced([for s in [let.near, "zrs"] : "${let.base}/${s}-class-1-operations"]), "${let.base}/${let.near}-class-1-operations")
    class2  = first(first_priced([for s in ["", "${let.near}-", "zrs-"] : "${let.base}/${s}class-2-operations"]), "${let.base}/class-2-operations")
  }

  cost "account" {
    when     = let.unseen
    quantity = 1
    unit     = "month"
    price    = null
    hint     = "kind and redundancy are those of the storage account, which is not part of this input"
  }

  cost "capacity" {
    when     = !let.unseen
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "${let.base}/${let.copies}-data-stored"
  }
  cost "class 1 operations" {
    when     = !let.unseen
    quantity = usage.monthly_class_1_operations / 1000000
    unit     = "1M-operations"
    price    = let.class1
  }
  cost "class 2 operations" {
    when     = !let.unseen
    quantity = usage.monthly_class_2_operations / 1000000
    unit     = "1M-operations"
    price    = let.class2
  }
  cost "geo-replication" {
    when     = !let.unseen && startswith(let.near, "g")
    quantity = usage.monthly_geo_replication_data_transfer_gb
    unit     = "GB"
    price    = "storage/storage-bandwidth/geo-replication-v2/geo-replication-v2-data-transfer"
  }

  uses "messages" {
    when      = !let.unseen
    storage   = "storage-account"
    selector  = let.copies
    gigabytes = usage.storage_gb
  }

  example "a local copy only" {
    refs    = { account = { account_kind = "StorageV2", account_replication_type = "LRS" } }
    usage   = { storage_gb = 10, monthly_class_1_operations = 5000000, monthly_class_2_operations = 10000000 }
    want    = { capacity = 10, "class 1 operations" = 5, "class 2 operations" = 10 }
    status  = "priced"
    monthly = "6.45"
    prices = {
      "storage/queues-v2/standard-lrs/lrs-data-stored"        = 0.045
      "storage/queues-v2/standard-lrs/lrs-class-1-operations" = 0.4
      "storage/queues-v2/standard-lrs/class-2-operations"     = 0.4
    }
    source = "azure.microsoft.com/pricing/details/storage/queues, West Europe, 2026-08"
  }

  example "read access to a second region, in an account of the older kind" {
    refs    = { named = { account_kind = "Storage", account_replication_type = "RAGRS" } }
    usage   = { storage_gb = 1, monthly_class_1_operations = 1000000, monthly_geo_replication_data_transfer_gb = 5 }
    want    = { capacity = 1, "class 1 operations" = 1, "geo-replication" = 5 }
    unused  = ["class 2 operations"]
    monthly = "0.211"
    prices = {
      "storage/queues/standard-ra-grs/ra-grs-data-stored"                             = 0.075
      "storage/queues/standard-ra-grs/grs-class-1-operations"                         = 0.036
      "storage/storage-bandwidth/geo-replication-v2/geo-replication-v2-data-transfer" = 0.02
    }
    source = "azure.microsoft.com/pricing/details/storage/queues, West Europe, 2026-08"
  }

  example "without use" {
    refs   = { account = { account_kind = "StorageV2", account_replication_type = "ZRS" } }
    want   = {}
    unused = ["capacity", "class 1 operations", "class 2 operations"]
    status = "usage"
  }

  example "an account that the input does not hold" {
    want   = {}
    gaps   = ["account"]
    status = "gap"
  }

  example "redundancy known only after apply" {
    refs   = { account = { account_kind = "StorageV2", account_replication_type = unknown } }
    want   = {}
    gaps   = ["geo-replication"]
    unused = ["capacity", "class 1 operations", "class 2 operations"]
    status = "gap"
  }
}
