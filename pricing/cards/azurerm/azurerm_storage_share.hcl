# A file share. In a premium (FileStorage) account the quota is what is paid for,
# used or not; in a standard account what is stored, in the tier of the share, and
# operations, metadata of hot and cool shares and data read from cool ones. In an
# account of the provisioned v2 model GiB, IOPS and throughput are billed by the
# hour; the provider does not say the last two, so they come from usage.
#
# Kind and redundancy are the account's. Files know no read access to the second
# region: RA-GRS is billed as GRS.
resource "azurerm_storage_share" {
  assume "access_tier" {
    why = "transaction optimised, the default of the service"
  }

  # The account is named by id, or by name in the older form.
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
    description = "data stored in the share"
  }
  usage "snapshots_storage_gb" {
    unit        = "GB"
    description = "snapshots of the share"
  }
  usage "metadata_at_rest_storage_gb" {
    unit        = "GB"
    description = "metadata of a hot or cool share"
  }
  usage "monthly_write_operations" {
    unit        = "operations"
    description = "writes a month"
  }
  usage "monthly_list_operations" {
    unit        = "operations"
    description = "lists a month"
  }
  usage "monthly_read_operations" {
    unit        = "operations"
    description = "reads a month"
  }
  usage "monthly_other_operations" {
    unit        = "operations"
    description = "operations a month of any other kind"
  }
  usage "monthly_data_retrieval_gb" {
    unit        = "GB"
    description = "data read a month from a cool share"
  }
  usage "provisioned_iops" {
    unit        = "IOPS"
    description = "IOPS provisioned beyond what is included (provisioned v2)"
  }
  usage "provisioned_throughput_mibps" {
    unit        = "MiB/s"
    description = "throughput provisioned beyond what is included (provisioned v2)"
  }

  let {
    account = first(refs.account, refs.named)
    unseen  = let.account == null
    tier    = lower(get(let.account, "account_tier", "standard"))
    copies  = lookup({ lrs = "lrs", zrs = "zrs", grs = "grs", ragrs = "grs", gzrs = "gzrs", ragzrs = "gzrs" }, lower(get(let.account, "account_replication_type", "lrs")), "lrs")
    v2      = !let.unseen && lower(coalesce(get(let.account, "provisioned_billing_model_version"), "")) == "v2"
    v1      = !let.unseen && !let.v2 && let.tier == "premium"
    paygo   = !let.unseen && !let.v2 && let.tier != "premium"

    media = let.tier == "premium" ? "ssd" : "hdd"
    v2key = "storage/azure-files-provisioned-v2/${let.media}-${let.copies}/${let.media}-${let.copies}"

    level = lookup({ hot = "hot", cool = "cool" }, lower(coalesce(self.access_tier, "TransactionOptimized")), "standard")
    meters = {
      stored    = "data-stored"
      write     = "write-operations"
      list      = "list-operations"
      read      = "read-operations"
      other     = let.level == "standard" ? "protocol-operations" : "other-operations"
      metadata  = "metadata"
      retrieval = "data-retrieval"
    }
    # The same meter is spelt with tier, redundancy, both or neither.
    spelt = ["${let.level}-${let.copies}-", "${let.copies}-", "${let.level}-", ""]
    keys  = { for name, meter in let.meters : name => first(first_priced([for s in let.spelt : "storage/files-v2/${let.level}-${let.copies}/${s}${meter}"]), "storage/files-v2/${let.level}-${let.copies}/${let.copies}-${meter}") }
  }

  cost "account" {
    when     = let.unseen
    quantity = 1
    unit     = "month"
    price    = null
    hint     = "kind and redundancy are those of the storage account, which is not part of this input"
  }

  cost "provisioned capacity" {
    when     = let.v1
    quantity = self.quota
    unit     = "GiB-month"
    price    = "files/premium/premium-${let.copies}"
  }
  cost "snapshots" {
    when     = let.v1
    quantity = usage.snapshots_storage_gb
    unit     = "GB-month"
    price    = "storage/premium-files/premium-${let.copies}/premium-${let.copies}-snapshots"
  }

  cost "provisioned storage" {
    when     = let.v2
    quantity = self.quota * hours
    unit     = "GiB-hour"
    price    = "${let.v2key}-provisioned-storage"
  }
  cost "provisioned IOPS" {
    when     = let.v2
    quantity = usage.provisioned_iops * hours
    unit     = "IOPS-hour"
    price    = "${let.v2key}-provisioned-iops"
  }
  cost "provisioned throughput" {
    when     = let.v2
    quantity = usage.provisioned_throughput_mibps * hours
    unit     = "MiB/s-hour"
    price    = "${let.v2key}-provisioned-throughput-mibps"
  }
  cost "snapshots beyond the quota" {
    when     = let.v2
    quantity = usage.snapshots_storage_gb * hours
    unit     = "GiB-hour"
    price    = "${let.v2key}-overflow-snapshot-usage"
  }

  cost "data" {
    when     = let.paygo
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = let.keys.stored
  }
  # Snapshots of a standard share are billed like its data.
  cost "snapshots" {
    when     = let.paygo
    quantity = usage.snapshots_storage_gb
    unit     = "GB-month"
    price    = let.keys.stored
  }
  cost "metadata" {
    when     = let.paygo && let.level != "standard"
    quantity = usage.metadata_at_rest_storage_gb
    unit     = "GB-month"
    price    = let.keys.metadata
  }
  cost "write operations" {
    when     = let.paygo
    quantity = usage.monthly_write_operations / 1000000
    unit     = "1M-operations"
    price    = let.keys.write
  }
  cost "list operations" {
    when     = let.paygo
    quantity = usage.monthly_list_operations / 1000000
    unit     = "1M-operations"
    price    = let.keys.list
  }
  cost "read operations" {
    when     = let.paygo
    quantity = usage.monthly_read_operations / 1000000
    unit     = "1M-operations"
    price    = let.keys.read
  }
  cost "other operations" {
    when     = let.paygo
    quantity = usage.monthly_other_operations / 1000000
    unit     = "1M-operations"
    price    = let.keys.other
  }
  cost "data retrieval" {
    when     = let.paygo && let.level == "cool"
    quantity = usage.monthly_data_retrieval_gb
    unit     = "GB"
    price    = let.keys.retrieval
  }

  uses "disks" {
    when      = let.v1 || let.v2
    storage   = "disk"
    selector  = let.media == "ssd" ? "premium-ssd" : "standard-hdd"
    gigabytes = self.quota
  }
  uses "files" {
    when      = let.paygo
    storage   = "storage-account"
    selector  = let.copies
    gigabytes = usage.storage_gb
  }

  example "premium: the quota is billed" {
    given   = { quota = 500 }
    refs    = { account = { account_tier = "Premium", account_kind = "FileStorage", account_replication_type = "LRS" } }
    usage   = { snapshots_storage_gb = 10 }
    want    = { "provisioned capacity" = 500, snapshots = 10 }
    status  = "priced"
    monthly = "97.63"
    prices  = { "files/premium/premium-lrs" = 0.192, "storage/premium-files/premium-lrs/premium-lrs-snapshots" = 0.163 }
    source  = "azure.microsoft.com/pricing/details/storage/files, West Europe, 2026-08"
  }

  example "cool, in a standard account named as before" {
    given   = { quota = 100, access_tier = "Cool" }
    refs    = { named = { account_tier = "Standard", account_replication_type = "ZRS" } }
    usage   = { storage_gb = 80, metadata_at_rest_storage_gb = 1, monthly_write_operations = 1000000, monthly_read_operations = 2000000, monthly_data_retrieval_gb = 50 }
    want    = { data = 80, metadata = 1, "write operations" = 1, "read operations" = 2, "data retrieval" = 50 }
    unused  = ["snapshots", "list operations", "other operations"]
    monthly = "17.711"
    prices = {
      "storage/files-v2/cool-zrs/cool-zrs-data-stored"      = 0.0197
      "storage/files-v2/cool-zrs/zrs-metadata"              = 0.035
      "storage/files-v2/cool-zrs/cool-zrs-write-operations" = 13
      "storage/files-v2/cool-zrs/cool-read-operations"      = 1.3
      "storage/files-v2/cool-zrs/cool-data-retrieval"       = 0.01
    }
    source = "azure.microsoft.com/pricing/details/storage/files, West Europe, 2026-08"
  }

  example "transaction optimised, read access to the second region does not count" {
    given   = { quota = 50, access_tier = unknown }
    omitted = ["access_tier"]
    refs    = { account = { account_tier = "Standard", account_replication_type = "RAGRS" } }
    usage   = { storage_gb = 100 }
    want    = { data = 100 }
    unused  = ["snapshots", "write operations", "list operations", "read operations", "other operations"]
    prices  = { "storage/files-v2/standard-grs/grs-data-stored" = 0.1 }
  }

  example "provisioned v2" {
    given   = { quota = 1000 }
    refs    = { account = { account_tier = "Premium", account_replication_type = "LRS", provisioned_billing_model_version = "V2" } }
    usage   = { provisioned_iops = 1000 }
    want    = { "provisioned storage" = 730000, "provisioned IOPS" = 730000 }
    unused  = ["provisioned throughput", "snapshots beyond the quota"]
    monthly = "181.77" # 730000 x 0.000196 + 730000 x 0.000053
    prices  = { "storage/azure-files-provisioned-v2/ssd-lrs/ssd-lrs-provisioned-storage" = 0.000196, "storage/azure-files-provisioned-v2/ssd-lrs/ssd-lrs-provisioned-iops" = 0.000053 }
    source  = "azure.microsoft.com/pricing/details/storage/files, West Europe, 2026-08"
  }

  example "an account that the input does not hold" {
    given  = { quota = 100 }
    want   = {}
    gaps   = ["account"]
    status = "gap"
  }

  example "quota known only after apply" {
    given  = { quota = unknown }
    refs   = { account = { account_tier = "Premium", account_replication_type = "ZRS" } }
    want   = {}
    gaps   = ["provisioned capacity"]
    unused = ["snapshots"]
    status = "gap"
  }
}
