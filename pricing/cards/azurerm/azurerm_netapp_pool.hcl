# A capacity pool of NetApp Files: the GiB it is made of, by the hour, at the price
# of its service level, whether volumes use them or not; volumes and snapshots are
# within it. The flexible level has prices of its own, and so has double
# encryption; neither is in the catalogue, which knows East US alone.
resource "azurerm_netapp_pool" {
  let {
    level  = lower(self.service_level)
    double = lower(coalesce(self.encryption_type, "Single")) == "double"
    known  = contains(["standard", "premium", "ultra"], let.level) && !let.double
  }

  cost "capacity" {
    quantity = self.size_in_tb * 1024 * hours
    unit     = "GiB-hour"
    price    = let.known ? "netapp/${let.level}/capacity" : null
    hint     = "prices of the flexible level and of double encryption are not in the catalogue"
  }

  cost "throughput" {
    when     = let.level == "flexible"
    quantity = max(0, coalesce(self.custom_throughput_mibps, 128) - 128) * hours
    unit     = "MiB/s-hour"
    price    = null
    hint     = "prices of the flexible level are not in the catalogue"
  }

  uses "disks" {
    storage   = "disk"
    selector  = "premium-ssd"
    gigabytes = self.size_in_tb * 1024
  }

  example "four TiB of Premium" {
    region  = "eastus"
    given   = { service_level = "Premium", size_in_tb = 4 }
    want    = { capacity = 2990080 }
    status  = "priced"
    monthly = "1205.00224"
    prices  = { "netapp/premium/capacity" = 0.000403 }
    source  = "azure.microsoft.com/pricing/details/netapp, East US, 2026"
  }

  example "double encryption" {
    region = "eastus"
    given  = { service_level = "Standard", size_in_tb = 2, encryption_type = "Double" }
    want   = {}
    gaps   = ["capacity"]
    status = "gap"
  }

  example "flexible, with 256 MiB/s" {
    region = "eastus"
    given  = { service_level = "Flexible", size_in_tb = 2, custom_throughput_mibps = 256 }
    want   = {}
    gaps   = ["capacity", "throughput"]
    status = "gap"
  }

  example "size known only after apply" {
    region = "eastus"
    given  = { service_level = "Ultra", size_in_tb = unknown }
    want   = {}
    gaps   = ["capacity"]
    status = "gap"
  }
}
