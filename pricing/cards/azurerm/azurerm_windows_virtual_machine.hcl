# A Windows virtual machine: hours of its size at the Windows rate, which holds
# the licence, and its OS disk. With licences brought along (hybrid benefit,
# license_type Windows_Server or Windows_Client) the Linux rate is billed.
#
# For the disk, dedicated hosts and Ultra disks see azurerm_linux_virtual_machine.
# Images with SQL Server and marketplace plans carry a price of their own that
# the catalogue does not have.
resource "azurerm_windows_virtual_machine" {
  assume "os_disk.disk_size_gb" {
    value = 127
    why   = "the image's size, taken as 127 GB"
  }
  assume "os_disk.storage_account_type" {
    why = "the OS disk is brought along and billed where it is made"
  }

  ref "host" {
    path  = "dedicated_host_id"
    types = ["azurerm_dedicated_host"]
  }
  ref "host_group" {
    path  = "dedicated_host_group_id"
    types = ["azurerm_dedicated_host_group"]
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "os_disk" {
    keys        = { monthly_disk_operations = "operations" }
    description = "operations a month on the OS disk, billed for Standard disks only"
  }
  usage "monthly_ultra_reservation_hrs" {
    unit        = "hours"
    description = "hours a month that Ultra disks are enabled and none is attached"
  }

  let {
    size   = get(machine(self.size), "name", self.size)
    hours  = coalesce(usage.monthly_hrs, hours)
    owned  = contains(["windows_server", "windows_client"], lower(coalesce(self.license_type, "None")))
    option = lower(coalesce(self.priority, "Regular")) == "spot" ? "spot" : "on-demand"
    hosted = self.dedicated_host_id != null || self.dedicated_host_group_id != null || refs.host != null || refs.host_group != null

    licensed = lower(get(self.source_image_reference, "publisher", "")) == "microsoftsqlserver"
    plan     = length(self.plan) > 0

    kind      = get(self.os_disk, "storage_account_type")
    ephemeral = length(get(self.os_disk, "diff_disk_settings")) > 0
    ultra     = coalesce(get(self.additional_capabilities, "ultra_ssd_enabled", false), false)
  }

  cost "instance" {
    when     = !let.hosted
    quantity = let.hours
    unit     = "hour"
    price    = "vm/${let.size}/${let.owned ? "linux" : "windows"}/${let.option}"
  }

  cost "licence of the image" {
    when     = let.licensed || let.plan
    quantity = let.hours
    unit     = "hour"
    price    = null
    hint     = "prices of SQL Server and marketplace images are not in the catalogue"
  }

  cost "ultra disk reservation" {
    when     = let.ultra
    quantity = machine(self.size).vcpu * usage.monthly_ultra_reservation_hrs
    unit     = "vCPU-hour"
    price    = "disk/ultra/reservation-per-vcpu-provisioned"
  }

  part "OS disk" {
    card = "azurerm_managed_disk"
    when = let.kind != null && !let.ephemeral
    given = {
      storage_account_type = let.kind
      disk_size_gb         = get(self.os_disk, "disk_size_gb")
    }
    usage = { monthly_disk_operations = get(usage.os_disk, "monthly_disk_operations") }
  }

  uses "machine" {
    machine    = let.size
    vcpu_hours = let.hours
  }

  example "D4s v5, licence in the price, disk left to the image" {
    given   = { size = "Standard_D4s_v5", os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = unknown }] }
    omitted = ["os_disk.disk_size_gb"]
    want    = { instance = 730, "OS disk: storage" = 1 }
    status  = "priced"
    monthly = "323.90"
    prices  = { "vm/Standard_D4s_v5/windows/on-demand" = 0.414, "disk/premium-ssd/p10-lrs" = 21.68 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/windows and /managed-disks, West Europe, 2026-08"
  }

  example "hybrid benefit: the Linux rate" {
    given   = { size = "Standard_D4s_v5", license_type = "Windows_Server", os_disk = [{ storage_account_type = "StandardSSD_LRS", disk_size_gb = 128 }] }
    usage   = { os_disk = { monthly_disk_operations = 1000000 } }
    want    = { instance = 730, "OS disk: storage" = 1, "OS disk: disk operations" = 100 }
    monthly = "177.70"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23, "disk/standard-ssd/e10-lrs" = 9.6, "disk/standard-ssd/operations/e10-lrs" = 0.002 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2026-08"
  }

  example "spot" {
    given = { size = "Standard_D4s_v5", priority = "Spot", os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 128 }] }
    want  = { instance = 730, "OS disk: storage" = 1 }
  }

  example "SQL Server in the image, disk brought along" {
    given   = { size = "Standard_D4s_v5", source_image_reference = [{ publisher = "MicrosoftSQLServer", offer = "sql2022-ws2022", sku = "standard-gen2" }], os_disk = [{ storage_account_type = unknown, disk_size_gb = unknown }] }
    omitted = ["os_disk.storage_account_type", "os_disk.disk_size_gb"]
    want    = { instance = 730 }
    gaps    = ["licence of the image"]
  }

  example "licence known only after apply" {
    given  = { size = "Standard_D4s_v5", license_type = unknown, os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 128 }] }
    want   = { "OS disk: storage" = 1 }
    gaps   = ["instance"]
    status = "partial"
  }
}
