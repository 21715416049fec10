# A vault for backups of NetApp Files: what is kept in it, and what is restored
# from it; nothing for being there. The catalogue has the price of keeping, in
# East US alone.
resource "azurerm_netapp_backup_vault" {
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "backups kept"
  }
  usage "monthly_restored_data_gb" {
    unit        = "GB"
    default     = null
    description = "data restored a month"
  }

  cost "backup storage" {
    quantity = usage.backup_storage_gb
    unit     = "GiB-month"
    price    = "netapp/backup"
  }

  cost "restored data" {
    when     = usage.monthly_restored_data_gb != null
    quantity = usage.monthly_restored_data_gb
    unit     = "GiB"
    price    = null
    hint     = "the price of restoring is not in the catalogue"
  }

  uses "backups" {
    storage   = "storage-account"
    selector  = "lrs"
    gigabytes = usage.backup_storage_gb
  }

  example "one TiB" {
    region  = "eastus"
    usage   = { backup_storage_gb = 1024 }
    want    = { "backup storage" = 1024 }
    status  = "priced"
    monthly = "51.20"
    prices  = { "netapp/backup" = 0.05 }
    source  = "azure.microsoft.com/pricing/details/netapp, East US, 2026"
  }

  example "restored" {
    region = "eastus"
    usage  = { monthly_restored_data_gb = 10 }
    want   = {}
    gaps   = ["restored data"]
    unused = ["backup storage"]
    status = "gap"
  }
}
