# A managed image: gigabytes by the month, on standard storage as a snapshot is,
# redundant over zones where it is zone resilient. What is billed is what its disks
# really hold; their sizes are the upper bound and are taken where use does not say.
resource "azurerm_image" {
  assume "os_disk.size_gb" {
    why = "the size of what it is made of"
  }
  assume "data_disk.size_gb" {
    why = "the size of what it is made of"
  }

  usage "storage_gb" {
    unit        = "GB"
    default     = null
    description = "what the image really holds"
  }

  let {
    disks   = concat([for d in first(self.os_disk, []) : d], [for d in first(self.data_disk, []) : d])
    sizes   = [for d in let.disks : get(d, "size_gb")]
    # Without a size the image is as large as the disk it is made of.
    written = length(let.disks) > 0 && length([for s in let.sizes : s if s == null]) == 0
    gb      = usage.storage_gb != null ? usage.storage_gb : let.written ? sum(let.sizes) : null
    zrs     = coalesce(self.zone_resilient, false)
    premium = startswith(lower(get(self.os_disk, "storage_type", "Standard_LRS")), "premium")
  }

  cost "storage" {
    quantity = let.gb
    high     = let.gb
    low      = usage.storage_gb != null ? let.gb : let.gb == null ? null : 0
    unit     = "GB-month"
    price    = "disk/snapshot/${let.premium ? "premium-ssd" : "standard-hdd"}/${let.zrs ? "zrs" : "lrs"}"
  }

  uses "images" {
    when      = let.gb != null
    storage   = "storage-account"
    selector  = let.zrs ? "zrs" : "lrs"
    gigabytes = let.gb
  }

  example "an OS disk of 30 GB and a data disk of 100" {
    given   = { os_disk = [{ os_type = "Linux", storage_type = "Standard_LRS", size_gb = 30 }], data_disk = [{ storage_type = "Standard_LRS", size_gb = 100 }] }
    want    = { storage = 130 }
    status  = "priced"
    monthly = "6.50"
    prices  = { "disk/snapshot/standard-hdd/lrs" = 0.05 }
    source  = "azure.microsoft.com/pricing/details/managed-disks, West Europe, 2026-08"
  }

  example "zone resilient, 12 GB told" {
    given = { zone_resilient = true, os_disk = [{ os_type = "Linux", size_gb = 30 }] }
    usage = { storage_gb = 12 }
    want  = { storage = 12 }
  }

  example "made of a machine, size not told" {
    given  = { source_virtual_machine_id = "/subscriptions/0/virtualMachines/m" }
    want   = {}
    unused = ["storage"]
    status = "usage"
  }

  example "size known only after apply" {
    given  = { os_disk = [{ os_type = "Linux", size_gb = unknown }] }
    want   = {}
    gaps   = ["storage"]
    status = "gap"
  }
}
