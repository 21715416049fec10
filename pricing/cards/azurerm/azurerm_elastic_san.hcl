# An elastic SAN: the capacity it is made of, by the GiB and month. Base units
# bring IOPS and throughput along and cost more than extended ones, which add
# capacity alone. Copies in several zones (Premium_ZRS) cost half as much again.
# Volume groups and volumes are free; what lies in them does not matter.
resource "azurerm_elastic_san" {
  let {
    copies = endswith(lower(get(self.sku, "name")), "zrs") ? "zrs" : "lrs"
    base   = self.base_size_in_tib * 1024
    more   = coalesce(self.extended_size_in_tib, 0) * 1024
  }

  cost "base capacity" {
    quantity = let.base
    unit     = "GiB-month"
    price    = "storage/azure-elastic-san/premium-${let.copies}/premium-${let.copies}-provisioned-base-unit"
  }

  cost "extended capacity" {
    when     = let.more > 0
    quantity = let.more
    unit     = "GiB-month"
    price    = "storage/azure-elastic-san/premium-${let.copies}/premium-${let.copies}-provisioned-capacity-unit"
  }

  uses "disks" {
    storage   = "disk"
    selector  = "premium-ssd"
    gigabytes = let.base + let.more
  }

  example "two TiB with one more" {
    given   = { sku = [{ name = "Premium_LRS", tier = "Premium" }], base_size_in_tib = 2, extended_size_in_tib = 1 }
    want    = { "base capacity" = 2048, "extended capacity" = 1024 }
    status  = "priced"
    monthly = "268.0832"
    prices  = { "storage/azure-elastic-san/premium-lrs/premium-lrs-provisioned-base-unit" = 0.0952, "storage/azure-elastic-san/premium-lrs/premium-lrs-provisioned-capacity-unit" = 0.0714 }
    source  = "azure.microsoft.com/pricing/details/elastic-san, West Europe, 2026-08"
  }

  example "in several zones" {
    given  = { sku = [{ name = "Premium_ZRS" }], base_size_in_tib = 1 }
    want   = { "base capacity" = 1024 }
    prices = { "storage/azure-elastic-san/premium-zrs/premium-zrs-provisioned-base-unit" = 0.1428 }
  }

  example "size known only after apply" {
    given  = { sku = [{ name = "Premium_LRS" }], base_size_in_tib = unknown }
    want   = {}
    gaps   = ["base capacity"]
    status = "gap"
  }
}
