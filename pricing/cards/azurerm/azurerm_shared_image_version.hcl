# A version of an image in a gallery: gigabytes by the month for every copy in
# every region, at the price of a snapshot of its storage. Data between regions
# while it is copied is not part of this. How large it is only use can tell; the
# size of the image it is made of is the upper bound and is taken where that is
# part of the input.
resource "azurerm_shared_image_version" {
  ref "image" {
    path  = "managed_image_id"
    types = ["azurerm_image"]
    assume "os_disk.size_gb" {
      why = "the size of what it is made of"
    }
  }

  usage "storage_gb" {
    unit        = "GB"
    default     = null
    description = "what one copy of the version really holds"
  }

  let {
    gb     = first(usage.storage_gb, get(refs.image, "os_disk.size_gb"))
    kinds  = { standard_lrs = "standard-hdd/lrs", standard_zrs = "standard-hdd/zrs", premium_lrs = "premium-ssd/lrs" }
    places = { for r in self.target_region : replace(lower(get(r, "name")), " ", "") => r }
  }

  cost "copies in" {
    for_each = let.places
    # One copy and Standard_LRS are the provider's defaults.
    quantity = let.gb == null ? null : let.gb * get(each.value, "regional_replica_count", 1)
    unit     = "GB-month"
    price    = "disk/snapshot/${let.kinds[lower(get(each.value, "storage_account_type", "Standard_LRS"))]}"
    region   = each.key
  }

  uses "images" {
    when      = let.gb != null
    storage   = "storage-account"
    selector  = "lrs"
    gigabytes = let.gb
    count     = sum([for r in self.target_region : get(r, "regional_replica_count", 1)])
  }

  example "30 GB, five copies in two regions" {
    given = { target_region = [
      { name = "West Europe", regional_replica_count = 3, storage_account_type = "Standard_LRS" },
      { name = "centralus", regional_replica_count = 2, storage_account_type = "Standard_LRS" }
    ] }
    usage   = { storage_gb = 30 }
    want    = { "copies in westeurope" = 90, "copies in centralus" = 60 }
    status  = "priced"
    monthly = "7.50"
    prices  = { "disk/snapshot/standard-hdd/lrs" = 0.05 }
    source  = "azure.microsoft.com/pricing/details/managed-disks, 2026-08"
  }

  example "size of the image, on Premium" {
    given = { target_region = [{ name = "westeurope", regional_replica_count = 1, storage_account_type = "Premium_LRS" }] }
    refs  = { image = { os_disk = [{ size_gb = 64 }] } }
    want  = { "copies in westeurope" = 64 }
    prices = { "disk/snapshot/premium-ssd/lrs" = 0.145 }
  }

  example "size not told" {
    given  = { target_region = [{ name = "westeurope", regional_replica_count = 1 }] }
    want   = {}
    unused = ["copies in westeurope"]
    status = "usage"
  }

  example "number of copies known only after apply" {
    given  = { target_region = [{ name = "westeurope", regional_replica_count = unknown }] }
    usage  = { storage_gb = 30 }
    want   = {}
    gaps   = ["copies in westeurope"]
    status = "gap"
  }
}
