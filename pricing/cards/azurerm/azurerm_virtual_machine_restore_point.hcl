# A restore point of a machine: gigabytes by the month at the price of snapshots on
# standard storage. The first point of a collection holds the whole disks, each
# further one what has changed since; only use can tell how much that is.
resource "azurerm_virtual_machine_restore_point" {
  usage "storage_gb" {
    unit        = "GB"
    description = "what this restore point really holds"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "disk/snapshot/standard-hdd/lrs"
  }

  uses "copies" {
    storage   = "storage-account"
    selector  = "lrs"
    gigabytes = usage.storage_gb
  }

  example "40 GB" {
    given   = { name = "before-upgrade" }
    usage   = { storage_gb = 40 }
    want    = { storage = 40 }
    status  = "priced"
    monthly = "2.00"
    prices  = { "disk/snapshot/standard-hdd/lrs" = 0.05 }
    source  = "azure.microsoft.com/pricing/details/managed-disks, West Europe, 2026-08"
  }

  example "without use, collection known only after apply" {
    given  = { virtual_machine_restore_point_collection_id = unknown }
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
