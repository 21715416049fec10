# A snapshot of a disk: gigabytes by the month on standard storage, whatever the
# disk's kind. What is billed is what the disk really holds, and of an incremental
# snapshot only what changed; the whole size is the upper bound and is taken where
# use does not say.
resource "azurerm_snapshot" {
  assume "disk_size_gb" {
    why = "the size of the disk it is made of"
  }

  ref "source" {
    path  = "source_uri"
    types = ["azurerm_managed_disk"]
  }
  ref "resource" {
    path  = "source_resource_id"
    types = ["azurerm_managed_disk", "azurerm_snapshot"]
  }

  usage "storage_gb" {
    unit        = "GB"
    default     = null
    description = "what the snapshot really holds, where that is less than the disk"
  }

  let {
    gb = first(usage.storage_gb, self.disk_size_gb, get(refs.source, "disk_size_gb"), get(refs.resource, "disk_size_gb"))
  }

  cost "storage" {
    quantity = let.gb
    unit     = "GB-month"
    price    = "disk/snapshot/standard-hdd/lrs"
  }

  uses "storage" {
    storage   = "disk"
    selector  = "standard-hdd"
    gigabytes = let.gb
  }

  example "of a disk of the plan" {
    given   = { source_uri = unknown, disk_size_gb = unknown, create_option = "Copy" }
    omitted = ["disk_size_gb"]
    refs    = { source = { disk_size_gb = 128 } }
    want    = { storage = 128 }
    status  = "priced"
    monthly = "6.40"
    prices  = { "disk/snapshot/standard-hdd/lrs" = 0.05 }
    source  = "azure.microsoft.com/pricing/details/managed-disks, West Europe, 2026-08"
  }

  example "what it really holds" {
    given = { disk_size_gb = 128 }
    usage = { storage_gb = 40 }
    want  = { storage = 40 }
  }

  example "size known only after apply" {
    given  = { disk_size_gb = unknown }
    want   = {}
    gaps   = ["storage"]
    status = "gap"
  }
}
