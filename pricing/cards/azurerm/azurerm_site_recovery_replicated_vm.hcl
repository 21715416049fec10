# A virtual machine replicated to another region: a fee for the month,
# from the 32nd day of each on. The copy of the disks, the cache, what is sent and
# machines after a failover are billed as what they are, apart from this. The fee
# is known in regions of the United States and the United Kingdom.
resource "azurerm_site_recovery_replicated_vm" {
  cost "protected instance" {
    quantity = 1
    unit     = "instance-month"
    price    = "site-recovery/azure"
  }

  uses "service" { gap = "no figure exists for replication; its disks are billed as disks" }

  example "one machine" {
    region  = "eastus"
    given   = { name = "replica" }
    want    = { "protected instance" = 1 }
    status  = "priced"
    monthly = "25.00"
    prices  = { "site-recovery/azure" = 25 }
    source  = "azure.microsoft.com/pricing/details/site-recovery, East US, 2026-06"
  }

  example "a region without a price" {
    region = "japaneast"
    given  = { name = unknown }
    want   = {}
    gaps   = ["protected instance"]
    status = "gap"
  }
}
