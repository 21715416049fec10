# A machine of a lab for development and tests: hours of its size and its OS disk,
# of the image's size on the kind of storage it asks for, as azurerm_linux_virtual_machine
# says. The lab is free. Labs usually stop their machines at night: say so in hours.
resource "azurerm_dev_test_linux_virtual_machine" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "os_disk" {
    keys        = { monthly_disk_operations = "operations" }
    description = "operations a month on the OS disk, billed for Standard disks only"
  }

  let {
    kinds = { standard = "Standard_LRS", premium = "Premium_LRS", standardssd = "StandardSSD_LRS" }
  }

  part "" {
    card = "azurerm_linux_virtual_machine"
    given = {
      size                   = self.size
      source_image_reference = self.gallery_image_reference
      os_disk                = [{ storage_account_type = let.kinds[lower(self.storage_type)], disk_size_gb = 30 }]
    }
    usage = { monthly_hrs = usage.monthly_hrs, os_disk = usage.os_disk }
  }

  example "D4s v5 on Premium" {
    given   = { size = "Standard_D4s_v5", storage_type = "Premium" }
    want    = { instance = 730, "OS disk: storage" = 1 }
    status  = "priced"
    monthly = "173.7072"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23, "disk/premium-ssd/p4-lrs" = 5.8072 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2026-08"
  }

  example "office hours on Standard" {
    given  = { size = "Standard_D4s_v5", storage_type = "Standard" }
    usage  = { monthly_hrs = 200 }
    want   = { instance = 200, "OS disk: storage" = 1 }
    unused = ["OS disk: disk operations"]
  }

  example "size known only after apply" {
    given  = { size = unknown, storage_type = "Premium" }
    want   = { "OS disk: storage" = 1 }
    gaps   = ["instance"]
    status = "partial"
  }
}
