# A scale set in the older form: as many machines as its capacity, each with hours
# of its size, its OS disk and its data disks. It is Windows when it has a Windows
# profile, a Windows image or a disk that says so, and else Linux. Disks without a
# managed type lie in a storage account and are billed there. Where an autoscale
# setting points to the set, its limits are the range.
#
# What a machine costs is the Linux or Windows machine's card.
resource "azurerm_virtual_machine_scale_set" {
  assume "license_type" {
    why = "no licence brought along"
  }
  assume "storage_profile_os_disk.managed_disk_type" {
    why = "the OS disk lies in a storage account"
  }
  assume "storage_profile_data_disk.managed_disk_type" {
    value = "Standard_LRS"
    why   = "Standard_LRS, the default of the API"
  }
  assume "storage_profile_data_disk.disk_size_gb" {
    why = "the size of what it is copied from"
  }

  ref "autoscale" {
    by = ["azurerm_monitor_autoscale_setting"]
  }

  usage "instances" {
    unit        = "instances"
    default     = null
    description = "how many run on average, where that is not what the set asks for"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the set runs, where that is not all 730"
  }
  usage "storage_profile_os_disk" {
    keys        = { monthly_disk_operations = "operations" }
    description = "operations a month on the OS disk of one machine, billed for Standard disks only"
  }
  usage "storage_profile_data_disk" {
    keys        = { monthly_disk_operations = "operations" }
    description = "operations a month on each data disk of one machine, billed for Standard disks only"
  }

  let {
    windows = length(self.os_profile_windows_config) > 0 || lower(get(self.storage_profile_image_reference, "publisher", "")) == "microsoftwindowsserver" || lower(get(self.storage_profile_os_disk, "os_type", "")) == "windows"
    asked   = get(self.sku, "capacity")
    count   = first(usage.instances, let.asked)
    low     = usage.instances != null ? let.count : get(refs.autoscale, "profile.capacity.minimum", let.count)
    high    = usage.instances != null ? let.count : get(refs.autoscale, "profile.capacity.maximum", let.count)
    kind    = get(self.storage_profile_os_disk, "managed_disk_type", "")
    managed = let.kind != "" && length(get(self.storage_profile_os_disk, "vhd_containers")) == 0
    machine = {
      size = get(self.sku, "name")
      # Low is what Spot was called.
      priority               = lower(coalesce(self.priority, "Regular")) == "low" ? "Spot" : self.priority
      license_type           = self.license_type
      plan                   = self.plan
      source_image_reference = self.storage_profile_image_reference
      os_disk = [{
        storage_account_type = let.managed ? let.kind : null
        # The block has no size: it is the image's.
        disk_size_gb = let.windows ? 127 : 30
      }]
    }
  }

  part "machine" {
    card  = "azurerm_linux_virtual_machine"
    when  = !let.windows
    given = let.machine
    count = let.count
    low   = let.low
    high  = let.high
    usage = { monthly_hrs = usage.monthly_hrs, os_disk = usage.storage_profile_os_disk }
  }

  part "Windows machine" {
    card  = "azurerm_windows_virtual_machine"
    when  = let.windows
    given = let.machine
    count = let.count
    low   = let.low
    high  = let.high
    usage = { monthly_hrs = usage.monthly_hrs, os_disk = usage.storage_profile_os_disk }
  }

  part "data disk" {
    card     = "azurerm_managed_disk"
    for_each = self.storage_profile_data_disk
    count    = let.count
    low      = let.low
    high     = let.high
    given = {
      storage_account_type = get(each.value, "managed_disk_type")
      disk_size_gb         = get(each.value, "disk_size_gb")
    }
    usage = { monthly_disk_operations = get(usage.storage_profile_data_disk, "monthly_disk_operations") }
  }

  example "two on Linux" {
    given = {
      sku                       = [{ name = "Standard_DS2_v2", tier = "Standard", capacity = 2 }]
      os_profile_linux_config   = [{ disable_password_authentication = true }]
      storage_profile_os_disk   = [{ managed_disk_type = "Premium_LRS", create_option = "FromImage" }]
      storage_profile_data_disk = [{ lun = 0, managed_disk_type = "Premium_LRS", disk_size_gb = 128 }]
    }
    want    = { "machine: instance" = 1460, "machine: OS disk: storage" = 2, "data disk 0: storage" = 2 }
    status  = "priced"
    monthly = "253.5344"
    prices  = { "vm/Standard_DS2_v2/linux/on-demand" = 0.136, "disk/premium-ssd/p4-lrs" = 5.8072, "disk/premium-ssd/p10-lrs" = 21.68 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2026-08"
  }

  example "Windows by its image, disks in a storage account" {
    given = {
      sku                             = [{ name = "Standard_DS2_v2", capacity = 1 }]
      storage_profile_image_reference = [{ publisher = "MicrosoftWindowsServer", offer = "WindowsServer" }]
      storage_profile_os_disk         = [{ managed_disk_type = unknown, vhd_containers = ["https://account/vhds"], create_option = "FromImage" }]
    }
    omitted = ["storage_profile_os_disk.managed_disk_type"]
    want    = { "Windows machine: instance" = 730 }
    prices  = { "vm/Standard_DS2_v2/windows/on-demand" = 0.266 }
  }

  example "number known only after apply" {
    given  = { sku = [{ name = "Standard_DS2_v2", capacity = unknown }], storage_profile_os_disk = [{ managed_disk_type = "Premium_LRS" }] }
    want   = {}
    gaps   = ["machine"]
    status = "gap"
  }
}
