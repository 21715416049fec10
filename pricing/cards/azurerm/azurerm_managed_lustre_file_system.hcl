# A Lustre file system: its capacity by the hour, at a price that goes with the
# throughput per TiB that its kind promises. It is billed as large as it is, and
# while it exists; there is no pause. The size, said in TB, is one of TiB.
resource "azurerm_managed_lustre_file_system" {
  let {
    kind = lower(self.sku_name)
    gib  = self.storage_capacity_in_tb * 1024
  }

  cost "capacity" {
    quantity = let.gib * hours
    unit     = "GiB-hour"
    price    = "storage/azure-managed-lustre/${let.kind}/provisioned-capacity"
  }

  uses "disks" {
    storage   = "disk"
    selector  = "premium-ssd"
    gigabytes = let.gib
  }
  uses "servers" { gap = "how many servers a file system has is not published" }

  example "8 TiB at 250 MB/s per TiB" {
    given   = { sku_name = "AMLFS-Durable-Premium-250", storage_capacity_in_tb = 8 }
    want    = { capacity = 5980160 }
    status  = "priced"
    monthly = "2230.59968"
    prices  = { "storage/azure-managed-lustre/amlfs-durable-premium-250/provisioned-capacity" = 0.000373 }
    source  = "azure.microsoft.com/pricing/details/managed-lustre, West Europe, 2026-08"
  }

  example "the slowest kind" {
    given  = { sku_name = "AMLFS-Durable-Premium-40", storage_capacity_in_tb = 48 }
    want   = { capacity = 35880960 }
    prices = { "storage/azure-managed-lustre/amlfs-durable-premium-40/provisioned-capacity" = 0.000121 }
  }

  example "size known only after apply" {
    given  = { sku_name = "AMLFS-Durable-Premium-500", storage_capacity_in_tb = unknown }
    want   = {}
    gaps   = ["capacity"]
    status = "gap"
  }
}
