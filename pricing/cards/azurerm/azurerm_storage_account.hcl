# A storage account: nothing for itself, all by use. Blobs are billed by what is
# stored (in steps at 50 and 500 TB for hot), by operations, by what is read
# back from cooler tiers or deleted from them early, by index tags and, where a
# copy is kept far away, by what is sent there; a file account by what is
# provisioned. SFTP costs by the hour once it is enabled.
#
# The meters follow kind, tier and redundancy: premium block blobs, the older
# kinds Storage and BlobStorage, and accounts with a hierarchical namespace (for
# Data Lake or NFS) each have their own. Meters that a combination does not have
# are left out. The same meter is spelt in several ways in the price list, so it
# is looked for. Shares, queues and tables are resources of their own.
resource "azurerm_storage_account" {
  assume "access_tier" {
    value = "Hot"
    why   = "Hot, the provider's default"
  }

  usage "storage_gb" {
    unit        = "GB"
    description = "blobs stored in the account's own tier"
  }
  usage "cool_storage_gb" {
    unit        = "GB"
    default     = null
    description = "blobs that are kept cool although the account is not"
  }
  usage "cold_storage_gb" {
    unit        = "GB"
    default     = null
    description = "blobs that are kept cold although the account is not"
  }
  usage "archive_storage_gb" {
    unit        = "GB"
    default     = null
    description = "blobs in the archive"
  }
  usage "monthly_write_operations" {
    unit        = "operations"
    description = "writes a month"
  }
  usage "monthly_read_operations" {
    unit        = "operations"
    description = "reads a month"
  }
  usage "monthly_list_and_create_container_operations" {
    unit        = "operations"
    description = "lists and container creations a month"
  }
  usage "monthly_other_operations" {
    unit        = "operations"
    description = "operations a month of any other kind"
  }
  usage "monthly_iterative_write_operations" {
    unit        = "operations"
    description = "iterative writes a month (such as renaming a directory), with a hierarchical namespace"
  }
  usage "monthly_iterative_read_operations" {
    unit        = "operations"
    description = "iterative reads a month, with a hierarchical namespace"
  }
  usage "monthly_data_retrieval_gb" {
    unit        = "GB"
    description = "data read back a month from a cool or cold account"
  }
  usage "monthly_data_write_gb" {
    unit        = "GB"
    description = "data written a month to a cool account of kind BlobStorage"
  }
  usage "early_deletion_gb" {
    unit        = "GB"
    description = "data deleted before its tier's least time"
  }
  usage "blob_index_tags" {
    unit        = "tags"
    description = "index tags on blobs"
  }
  usage "monthly_geo_replication_gb" {
    unit        = "GB"
    description = "data sent a month to the second region"
  }
  usage "data_at_rest_storage_gb" {
    unit        = "GB"
    description = "provisioned size of the shares of a FileStorage account that are no resources of the input"
  }
  usage "snapshots_storage_gb" {
    unit        = "GB"
    description = "snapshots of the shares of a FileStorage account that are no resources of the input"
  }
  usage "metadata_at_rest_storage_gb" {
    unit        = "GB"
    description = "index of a hierarchical namespace"
  }

  let {
    kind    = lower(coalesce(self.account_kind, "StorageV2"))
    premium = lower(self.account_tier) == "premium"
    copies  = { lrs = "lrs", zrs = "zrs", grs = "grs", ragrs = "ra-grs", gzrs = "gzrs", ragzrs = "ra-gzrs" }[lower(self.account_replication_type)]
    near    = trimprefix(let.copies, "ra-")
    nfs     = coalesce(self.nfsv3_enabled, false)
    lake    = coalesce(self.is_hns_enabled, false)

    files = let.kind == "filestorage"
    # Premium accounts of the general kind hold page blobs only.
    pages = let.premium && contains(["storagev2", "storage"], let.kind)
    blobs = !let.files && !let.pages
    tier  = let.premium ? "premium" : let.kind == "storage" ? "standard" : lower(coalesce(self.access_tier, "Hot"))
    product = let.premium ? (let.nfs ? "premium-block-blob-v2-hierarchical-namespace" : let.lake ? "premium-adls-gen2-hierarchical-namespace" : "premium-block-blob") : let.kind == "storage" ? "general-block-blob" : let.kind == "blobstorage" ? "blob-storage" : let.nfs ? "general-block-blob-v2-hierarchical-namespace" : let.lake ? "azure-data-lake-storage-gen2-hierarchical-namespace" : "general-block-blob-v2"

    meters = {
      stored     = "data-stored"
      write      = "write-operations"
      read       = "read-operations"
      list       = "list-and-create-container-operations"
      other      = let.product == "general-block-blob-v2-hierarchical-namespace" || let.product == "azure-data-lake-storage-gen2-hierarchical-namespace" ? "other-operations" : "all-other-operations"
      step_write = "iterative-write-operations"
      step_read  = "iterative-read-operations"
      retrieval  = "data-retrieval"
      written    = "data-write"
      early      = "early-delete"
      tags       = "index-tags"
      index      = "index"
    }
    spelt = [
      "${let.tier}-${let.copies}/${let.tier}-${let.copies}-",
      "${let.tier}-${let.copies}/${let.tier}-${let.near}-",
      "${let.tier}-${let.copies}/${let.tier}-zrs-",
      "${let.tier}-${let.copies}/${let.tier}-",
      "${let.tier}-${let.copies}/${let.copies}-",
      "${let.tier}-${let.copies}/${let.near}-",
      "${let.tier}-${let.copies}/",
      "${let.tier}-${let.near}/${let.tier}-${let.near}-",
      "${let.tier}-${let.near}/${let.tier}-",
    ]
    # Lists and other operations are metered with hot for every tier.
    shared = ["hot-${let.copies}/", "hot-${let.copies}/${let.near}-", "hot-${let.copies}/hot-", "hot-${let.copies}/hot-${let.copies}-", "hot-${let.copies}/hot-${let.near}-"]
    keys = { for name, meter in let.meters : name => coalesce(first_priced([for s in concat(let.spelt, contains(["list", "other", "step_write", "step_read", "index"], name) ? let.shared : []) : "storage/${let.product}/${s}${meter}"]), "") }

    # Most regions have no more than the commonest meters of the general kind,
    # under shorter names and by 10,000 operations. Where there is no price at
    # all, the gap is that of what is stored.
    common = let.product == "general-block-blob-v2" && let.keys.stored == ""
    stored = let.keys.stored != "" ? let.keys.stored : let.common && priced("blob/storage/${let.tier}-${let.copies}") ? "blob/storage/${let.tier}-${let.copies}" : "storage/${let.product}/${let.tier}-${let.copies}/${let.tier}-${let.copies}-data-stored"
    write  = let.keys.write != "" ? let.keys.write : let.common && priced("blob/operations/${let.tier}-${let.near}-write-operations") ? "blob/operations/${let.tier}-${let.near}-write-operations" : ""
    read   = let.keys.read != "" ? let.keys.read : let.common && priced("blob/operations/${let.tier}-read-operations") ? "blob/operations/${let.tier}-read-operations" : ""
    moved  = { for tier, gb in { cool = usage.cool_storage_gb, cold = usage.cold_storage_gb, archive = usage.archive_storage_gb } : tier => gb if gb != null }
    far    = startswith(let.near, "g")
  }

  cost "capacity" {
    when     = let.blobs
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = let.stored
  }

  cost "capacity of page blobs" {
    when     = let.pages
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = null
    hint     = "premium page blobs are billed by size like disks, which an account does not tell"
  }

  cost "capacity" {
    when     = let.blobs
    for_each = let.moved
    quantity = each.value
    unit     = "GB-month"
    price    = "storage/${let.product}/${each.key}-${let.copies}/${each.key}-${let.copies}-data-stored"
  }

  cost "write operations" {
    when     = let.blobs && let.write != ""
    quantity = usage.monthly_write_operations / 1000000
    unit     = "1M-operations"
    price    = let.write
    factor   = startswith(let.write, "blob/") ? 100 : 1
  }

  cost "read operations" {
    when     = let.blobs && let.read != ""
    quantity = usage.monthly_read_operations / 1000000
    unit     = "1M-operations"
    price    = let.read
    factor   = startswith(let.read, "blob/") ? 100 : 1
  }

  cost "list and create container operations" {
    when     = let.blobs && let.keys.list != ""
    quantity = usage.monthly_list_and_create_container_operations / 1000000
    unit     = "1M-operations"
    price    = let.keys.list
  }

  cost "other operations" {
    when     = let.blobs && let.keys.other != ""
    quantity = usage.monthly_other_operations / 1000000
    unit     = "1M-operations"
    price    = let.keys.other
  }

  cost "iterative write operations" {
    when     = let.blobs && let.keys.step_write != ""
    quantity = usage.monthly_iterative_write_operations
    unit     = "operation"
    price    = let.keys.step_write
  }

  cost "iterative read operations" {
    when     = let.blobs && let.keys.step_read != ""
    quantity = usage.monthly_iterative_read_operations / 1000000
    unit     = "1M-operations"
    price    = let.keys.step_read
  }

  cost "data retrieval" {
    when     = let.blobs && let.keys.retrieval != ""
    quantity = usage.monthly_data_retrieval_gb
    unit     = "GB"
    price    = let.keys.retrieval
  }

  cost "data write" {
    when     = let.blobs && let.keys.written != ""
    quantity = usage.monthly_data_write_gb
    unit     = "GB"
    price    = let.keys.written
  }

  cost "early deletion" {
    when     = let.blobs && let.keys.early != ""
    quantity = usage.early_deletion_gb
    unit     = "GB"
    price    = let.keys.early
  }

  cost "blob index tags" {
    when     = let.blobs && let.keys.tags != ""
    quantity = usage.blob_index_tags / 1000000
    unit     = "1M-tags-month"
    price    = let.keys.tags
  }

  cost "index of the namespace" {
    when     = let.blobs && let.keys.index != ""
    quantity = usage.metadata_at_rest_storage_gb
    unit     = "GB-month"
    price    = let.keys.index
  }

  cost "geo-replication" {
    when     = let.blobs && let.far
    quantity = usage.monthly_geo_replication_gb
    unit     = "GB"
    price    = "storage/storage-bandwidth/geo-replication-v2/geo-replication-v2-data-transfer"
  }

  cost "provisioned files" {
    when     = let.files
    quantity = usage.data_at_rest_storage_gb
    unit     = "GB-month"
    price    = "storage/premium-files/premium-${let.copies}/premium-${let.copies}-provisioned"
  }

  cost "file snapshots" {
    when     = let.files
    quantity = usage.snapshots_storage_gb
    unit     = "GB-month"
    price    = "storage/premium-files/premium-${let.copies}/premium-${let.copies}-snapshots"
  }

  cost "SFTP" {
    when     = coalesce(self.sftp_enabled, false)
    quantity = hours
    unit     = "hour"
    price    = "storage/blob-features/ssh-file-transfer-protocol-${let.copies}/ssh-file-transfer-protocol-${let.copies}-hour-enabled"
  }

  uses "blobs" {
    when      = let.blobs && !let.premium
    storage   = "storage-account"
    selector  = let.copies
    gigabytes = usage.storage_gb
  }

  # The premium kinds are on SSD, like premium disks.
  uses "blobs on SSD" {
    when      = (let.blobs || let.pages) && let.premium
    storage   = "disk"
    selector  = "premium-ssd"
    gigabytes = usage.storage_gb
  }

  uses "files" {
    when      = let.files
    storage   = "disk"
    selector  = "premium-ssd"
    gigabytes = usage.data_at_rest_storage_gb
  }

  example "hot blobs with a copy" {
    given = { account_kind = "StorageV2", account_tier = "Standard", account_replication_type = "LRS", access_tier = unknown, is_hns_enabled = false }
    omitted = ["access_tier"]
    usage = {
      storage_gb                                   = 1000
      monthly_write_operations                     = 1000000
      monthly_read_operations                      = 10000000
      monthly_list_and_create_container_operations = 0
      monthly_other_operations                     = 1000000
      blob_index_tags                              = 100000
    }
    want = {
      capacity                               = 1000
      "write operations"                     = 1
      "read operations"                      = 10
      "list and create container operations" = 0
      "other operations"                     = 1
      "blob index tags"                      = 0.1
    }
    status  = "priced"
    monthly = "30.12"
    prices = {
      "storage/general-block-blob-v2/hot-lrs/hot-lrs-data-stored"                          = 0.0196
      "storage/general-block-blob-v2/hot-lrs/hot-lrs-write-operations"                     = 5.4
      "storage/general-block-blob-v2/hot-lrs/hot-read-operations"                          = 0.43
      "storage/general-block-blob-v2/hot-lrs/lrs-list-and-create-container-operations"     = 5.4
      "storage/general-block-blob-v2/hot-lrs/all-other-operations"                         = 0.43
      "storage/general-block-blob-v2/hot-lrs/index-tags"                                   = 3.9
    }
    source = "azure.microsoft.com/pricing/details/storage/blobs, West Europe, 2026-08"
  }

  example "steps at 50 and 500 TB" {
    given  = { account_tier = "Standard", account_replication_type = "LRS" }
    usage  = { storage_gb = 600000 }
    want   = { capacity = 600000 }
    unused = ["write operations", "read operations", "list and create container operations", "other operations", "blob index tags"]
    # 51,200 GB at the first price, 460,800 at the second, 88,000 at the third.
    monthly = "11260.7488"
    prices  = { "storage/general-block-blob-v2/hot-lrs/hot-lrs-data-stored" = 0.0196 }
    source  = "azure.microsoft.com/pricing/details/storage/blobs, West Europe, 2026-08"
  }

  example "cool, in zones, with an archive" {
    given  = { account_tier = "Standard", account_replication_type = "ZRS", access_tier = "Cool" }
    usage  = { storage_gb = 1000, archive_storage_gb = 5000, monthly_data_retrieval_gb = 10 }
    want   = { capacity = 1000, "data retrieval" = 10 }
    unused = ["write operations", "read operations", "list and create container operations", "other operations", "early deletion", "blob index tags"]
    gaps   = ["capacity archive"]
    prices = { "storage/general-block-blob-v2/cool-zrs/cool-zrs-data-stored" = 0.0131, "storage/general-block-blob-v2/cool-zrs/cool-zrs-data-retrieval" = 0.01 }
  }

  example "readable far away, archive and SFTP" {
    given  = { account_tier = "Standard", account_replication_type = "RAGRS", access_tier = "Hot", sftp_enabled = true }
    usage  = { storage_gb = 100, archive_storage_gb = 1000, monthly_geo_replication_gb = 50 }
    want   = { capacity = 100, "capacity archive" = 1000, "geo-replication" = 50, SFTP = 730 }
    unused = ["write operations", "read operations", "list and create container operations", "other operations", "blob index tags"]
    monthly = "227.69"
    prices = {
      "storage/general-block-blob-v2/hot-ra-grs/hot-ra-grs-data-stored"                                       = 0.049
      "storage/general-block-blob-v2/archive-ra-grs/archive-ra-grs-data-stored"                               = 0.00279
      "storage/storage-bandwidth/geo-replication-v2/geo-replication-v2-data-transfer"                         = 0.02
      "storage/blob-features/ssh-file-transfer-protocol-ra-grs/ssh-file-transfer-protocol-ra-grs-hour-enabled" = 0.3
    }
    source = "azure.microsoft.com/pricing/details/storage/blobs, West Europe, 2026-08"
  }

  example "a meter found with the zone it is read in" {
    given  = { account_tier = "Standard", account_replication_type = "RAGZRS", access_tier = "Hot" }
    usage  = { storage_gb = 0, monthly_write_operations = 1000000, monthly_read_operations = 1000000 }
    want   = { capacity = 0, "write operations" = 1, "read operations" = 1 }
    unused = ["list and create container operations", "other operations", "blob index tags", "geo-replication"]
    prices = { "storage/general-block-blob-v2/hot-gzrs/hot-gzrs-write-operations" = 11.75, "storage/general-block-blob-v2/hot-ra-gzrs/hot-zrs-read-operations" = 0.43 }
  }

  example "data lake" {
    given  = { account_tier = "Standard", account_replication_type = "LRS", access_tier = "Hot", is_hns_enabled = true }
    usage  = { storage_gb = 100, monthly_iterative_write_operations = 1000, monthly_iterative_read_operations = 1000000 }
    want   = { capacity = 100, "iterative write operations" = 1000, "iterative read operations" = 1 }
    unused = ["write operations", "read operations", "other operations", "index of the namespace"]
    monthly = "9.682"
    prices = {
      "storage/azure-data-lake-storage-gen2-hierarchical-namespace/hot-lrs/hot-lrs-data-stored"             = 0.0196
      "storage/azure-data-lake-storage-gen2-hierarchical-namespace/hot-lrs/hot-iterative-write-operations" = 0.000702
      "storage/azure-data-lake-storage-gen2-hierarchical-namespace/hot-lrs/hot-iterative-read-operations"  = 7.02
    }
    source = "azure.microsoft.com/pricing/details/storage/data-lake, West Europe, 2026-08"
  }

  example "premium block blobs" {
    given  = { account_kind = "BlockBlobStorage", account_tier = "Premium", account_replication_type = "LRS" }
    usage  = { storage_gb = 100, monthly_write_operations = 1000000 }
    want   = { capacity = 100, "write operations" = 1 }
    unused = ["read operations", "list and create container operations", "other operations"]
    monthly = "21.78"
    prices = { "storage/premium-block-blob/premium-lrs/premium-lrs-data-stored" = 0.195, "storage/premium-block-blob/premium-lrs/premium-lrs-write-operations" = 2.28 }
    source = "azure.microsoft.com/pricing/details/storage/blobs, West Europe, 2026-08"
  }

  example "premium files" {
    given   = { account_kind = "FileStorage", account_tier = "Premium", account_replication_type = "ZRS" }
    usage   = { data_at_rest_storage_gb = 1024, snapshots_storage_gb = 100 }
    want    = { "provisioned files" = 1024, "file snapshots" = 100 }
    status  = "priced"
    monthly = "266.16"
    prices  = { "storage/premium-files/premium-zrs/premium-zrs-provisioned" = 0.24, "storage/premium-files/premium-zrs/premium-zrs-snapshots" = 0.204 }
    source  = "azure.microsoft.com/pricing/details/storage/files, West Europe, 2026-08"
  }

  example "premium page blobs" {
    given = { account_kind = "StorageV2", account_tier = "Premium", account_replication_type = "LRS" }
    want  = {}
    unused = ["capacity of page blobs"]
  }

  example "old general kind" {
    given  = { account_kind = "Storage", account_tier = "Standard", account_replication_type = "LRS" }
    usage  = { storage_gb = 100 }
    want   = { capacity = 100 }
    unused = ["write operations", "read operations", "list and create container operations", "other operations"]
    prices = { "storage/general-block-blob/standard-lrs/lrs-data-stored" = 0.024 }
  }

  example "old blob kind, cool" {
    given  = { account_kind = "BlobStorage", account_tier = "Standard", account_replication_type = "GRS", access_tier = "Cool" }
    usage  = { monthly_data_write_gb = 10 }
    want   = { "data write" = 10 }
    unused = ["capacity", "write operations", "read operations", "list and create container operations", "other operations", "data retrieval", "blob index tags", "geo-replication"]
  }

  example "without use" {
    given  = { account_kind = "StorageV2", account_tier = "Standard", account_replication_type = "LRS", access_tier = "Hot" }
    want   = {}
    unused = ["capacity", "write operations", "read operations", "list and create container operations", "other operations", "blob index tags"]
    status = "usage"
  }

  example "a region with the commonest meters only" {
    region = "eastus"
    given  = { account_tier = "Standard", account_replication_type = "LRS", access_tier = "Hot" }
    usage  = { storage_gb = 100, monthly_write_operations = 1000000, monthly_read_operations = 1000000 }
    want   = { capacity = 100, "write operations" = 1, "read operations" = 1 }
    prices = { "blob/storage/hot-lrs" = 0.0208 }
  }

  example "a region without prices" {
    region = "polandcentral"
    given  = { account_tier = "Standard", account_replication_type = "GRS", access_tier = "Hot" }
    usage  = { storage_gb = 100 }
    want   = {}
    unused = ["read operations", "geo-replication"]
    gaps   = ["capacity"]
    status = "gap"
  }

  example "tier known only after apply" {
    given  = { account_tier = "Standard", account_replication_type = "LRS", access_tier = unknown }
    want   = {}
    gaps = ["write operations", "read operations", "list and create container operations", "other operations", "iterative write operations", "iterative read operations", "data retrieval", "data write", "early deletion", "blob index tags", "index of the namespace"]
    status = "gap"
    unused = ["capacity"]
  }
}
