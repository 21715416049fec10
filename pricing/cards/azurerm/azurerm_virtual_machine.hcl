# A virtual machine in the older form: hours of its size, its OS disk and its
# data disks. It is Windows when it has a Windows profile, a Windows image or a
# disk that says so, and else Linux. Disks without a managed type lie in a storage
# account and are billed there; attached ones (create_option Attach) where they
# are made. What machines and disks cost is azurerm_linux_virtual_machine's,
# azurerm_windows_virtual_machine's and azurerm_managed_disk's.
resource "azurerm_virtual_machine" {
  assume "storage_os_disk.os_type" {
    why = "what profile or image say"
  }
  assume "storage_os_disk.managed_disk_type" {
    value = "Standard_LRS"
    why   = "Standard_LRS, the default of the API"
  }
  assume "storage_os_disk.disk_size_gb" {
    why = "the image's size, taken as 127 GB for Windows and 30 GB for Linux"
  }
  assume "storage_data_disk" {
    why = "not configured: no data disk"
  }
  assume "storage_data_disk.managed_disk_type" {
    value = "Standard_LRS"
    why   = "Standard_LRS, the default of the API"
  }
  assume "storage_data_disk.disk_size_gb" {
    why = "the size of the disk that is attached"
  }
  assume "license_type" {
    why = "no licence brought along"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "storage_os_disk" {
    keys        = { monthly_disk_operations = "operations" }
    description = "operations a month on the OS disk, billed for Standard disks only"
  }
  usage "storage_data_disk" {
    keys        = { monthly_disk_operations = "operations" }
    description = "operations a month on each data disk, billed for Standard disks only"
  }

  let {
    image   = lower(get(self.storage_image_reference, "publisher", ""))
    windows = length(self.os_profile_windows_config) > 0 || let.image == "microsoftwindowsserver" || lower(get(self.storage_os_disk, "os_type", "")) == "windows"
    os      = get(self.storage_os_disk, "managed_disk_type")
    made    = lower(get(self.storage_os_disk, "create_option", "")) != "attach" && get(self.storage_os_disk, "vhd_uri") == null
    disk = {
      storage_account_type = let.made ? let.os : null
      disk_size_gb         = get(self.storage_os_disk, "disk_size_gb", let.windows ? 127 : 30)
    }
    machine = {
      size                   = self.vm_size
      license_type           = self.license_type
      plan                   = self.plan
      source_image_reference = self.storage_image_reference
      os_disk                = [let.disk]
    }
    data = [for d in first(self.storage_data_disk, []) : d if lower(get(d, "create_option", "")) != "attach" && get(d, "vhd_uri") == null]
  }

  part "" {
    card  = "azurerm_linux_virtual_machine"
    when  = !let.windows
    given = let.machine
    usage = { monthly_hrs = usage.monthly_hrs, os_disk = usage.storage_os_disk }
  }

  part "" {
    card  = "azurerm_windows_virtual_machine"
    when  = let.windows
    given = let.machine
    usage = { monthly_hrs = usage.monthly_hrs, os_disk = usage.storage_os_disk }
  }

  part "data disk" {
    card     = "azurerm_managed_disk"
    for_each = let.data
    given = {
      storage_account_type = get(each.value, "managed_disk_type")
      disk_size_gb         = get(each.value, "disk_size_gb")
    }
    usage = { monthly_disk_operations = get(usage.storage_data_disk, "monthly_disk_operations") }
  }

  example "Linux with a data disk" {
    given = {
      vm_size                 = "Standard_DS2_v2"
      os_profile_linux_config = [{ disable_password_authentication = true }]
      storage_os_disk         = [{ create_option = "FromImage", managed_disk_type = "Premium_LRS", disk_size_gb = unknown, os_type = unknown }]
      storage_data_disk       = [{ create_option = "Empty", managed_disk_type = "Premium_LRS", disk_size_gb = 128 }]
    }
    omitted = ["storage_os_disk.disk_size_gb", "storage_os_disk.os_type"]
    want    = { instance = 730, "OS disk: storage" = 1, "data disk 0: storage" = 1 }
    status  = "priced"
    monthly = "126.7672"
    prices  = { "vm/Standard_DS2_v2/linux/on-demand" = 0.136, "disk/premium-ssd/p4-lrs" = 5.8072, "disk/premium-ssd/p10-lrs" = 21.68 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2026-08"
  }

  example "Windows by its profile, disks left to the service" {
    given = {
      vm_size                   = "Standard_DS2_v2"
      os_profile_windows_config = [{ provision_vm_agent = true }]
      storage_os_disk           = [{ create_option = "FromImage", managed_disk_type = unknown, disk_size_gb = unknown, os_type = unknown }]
      storage_data_disk         = unknown
      license_type              = unknown
    }
    omitted = ["storage_os_disk.disk_size_gb", "storage_os_disk.managed_disk_type", "storage_os_disk.os_type", "storage_data_disk", "license_type"]
    want    = { instance = 730, "OS disk: storage" = 1 }
    unused  = ["OS disk: disk operations"]
    monthly = "200.068"
    prices  = { "vm/Standard_DS2_v2/windows/on-demand" = 0.266, "disk/standard-hdd/s10-lrs" = 5.888, "disk/standard-hdd/operations/s10-lrs" = 0.0005 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/windows and /managed-disks, West Europe, 2026-08"
  }

  example "Windows by its image, licence brought along" {
    given  = { vm_size = "Standard_DS2_v2", license_type = "Windows_Server", storage_image_reference = [{ publisher = "MicrosoftWindowsServer", offer = "WindowsServer" }], storage_os_disk = [{ create_option = "FromImage", managed_disk_type = "StandardSSD_LRS", disk_size_gb = 128 }] }
    usage  = { monthly_hrs = 100, storage_os_disk = { monthly_disk_operations = 10000 } }
    want   = { instance = 100, "OS disk: storage" = 1, "OS disk: disk operations" = 1 }
    prices = { "vm/Standard_DS2_v2/linux/on-demand" = 0.136 }
  }

  example "disks made elsewhere" {
    given = { vm_size = "Standard_DS2_v2", storage_os_disk = [{ create_option = "Attach", os_type = "Linux", managed_disk_type = "Premium_LRS" }], storage_data_disk = [{ create_option = "Attach", managed_disk_type = "Premium_LRS", disk_size_gb = 128 }] }
    want  = { instance = 730 }
  }

  example "size known only after apply" {
    given  = { vm_size = unknown, storage_os_disk = [{ create_option = "FromImage", managed_disk_type = "Premium_LRS", disk_size_gb = 30, os_type = "Linux" }] }
    want   = { "OS disk: storage" = 1 }
    gaps   = ["instance"]
    status = "partial"
  }
}
