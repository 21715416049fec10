# A Linux virtual machine: hours of its size, and its OS disk as a managed disk
# billed by tier. Spot has a price of its own. Data disks and public addresses
# are other resources.
#
# The size of the OS disk is the image's where none is said. An ephemeral OS
# disk costs nothing; a disk brought along (os_managed_disk_id) is billed where
# it is made. On a dedicated host the host is billed and not the machine. Images
# of Red Hat and SUSE and marketplace plans carry a price of their own that the
# catalogue does not have. With Ultra disks enabled and none attached, the vCPUs
# are charged a reservation.
resource "azurerm_linux_virtual_machine" {
  assume "os_disk.disk_size_gb" {
    value = 30
    why   = "the image's size, taken as 30 GB"
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
  usage "purchase_option" {
    values      = ["on-demand", "ri1y", "ri3y", "sp1y", "sp3y"]
    default     = null
    description = "a reservation (ri) or savings plan (sp) of one or three years that covers it"
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
    option = lower(coalesce(self.priority, "Regular")) == "spot" ? "spot" : coalesce(usage.purchase_option, "on-demand")
    hosted = self.dedicated_host_id != null || self.dedicated_host_group_id != null || refs.host != null || refs.host_group != null

    publisher = lower(get(self.source_image_reference, "publisher", ""))
    offer     = lower(get(self.source_image_reference, "offer", ""))
    licensed  = (let.publisher == "redhat" || let.publisher == "suse" && !startswith(let.offer, "opensuse")) && length(regexall("byos", lower("${let.offer} ${coalesce(self.license_type, "")}"))) == 0
    plan      = length(self.plan) > 0

    kind      = get(self.os_disk, "storage_account_type")
    ephemeral = length(get(self.os_disk, "diff_disk_settings")) > 0
    ultra     = coalesce(get(self.additional_capabilities, "ultra_ssd_enabled", false), false)
  }

  cost "instance" {
    when     = !let.hosted
    quantity = let.hours
    unit     = "hour"
    price    = "vm/${let.size}/linux/${let.option}"
  }

  cost "licence of the image" {
    when     = let.licensed || let.plan
    quantity = let.hours
    unit     = "hour"
    price    = null
    hint     = "prices of Red Hat, SUSE and marketplace images are not in the catalogue"
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

  example "D4s v5 with a Premium OS disk of 128 GB" {
    given   = { size = "Standard_D4s_v5", priority = "Regular", os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 128, diff_disk_settings = [] }] }
    want    = { instance = 730, "OS disk: storage" = 1 }
    status  = "priced"
    monthly = "189.58"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23, "disk/premium-ssd/p10-lrs" = 21.68 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2026-08"
  }

  example "disk left to the image, size in capitals" {
    given   = { size = "STANDARD_D4S_V5", os_disk = [{ storage_account_type = "StandardSSD_LRS", disk_size_gb = unknown }] }
    omitted = ["os_disk.disk_size_gb"]
    usage   = { os_disk = { monthly_disk_operations = 2000000 } }
    want    = { instance = 730, "OS disk: storage" = 1, "OS disk: disk operations" = 200 }
    monthly = "170.70"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23, "disk/standard-ssd/e4-lrs" = 2.4, "disk/standard-ssd/operations/e4-lrs" = 0.002 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2026-08"
  }

  example "spot with an ephemeral disk, part of the month" {
    given   = { size = "Standard_D4s_v5", priority = "Spot", os_disk = [{ storage_account_type = "Standard_LRS", diff_disk_settings = [{ option = "Local" }] }] }
    usage   = { monthly_hrs = 200 }
    want    = { instance = 200 }
    monthly = "8.5008"
    prices  = { "vm/Standard_D4s_v5/linux/spot" = 0.042504 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux, West Europe, 2026-08"
  }

  example "reserved for three years" {
    given   = { size = "Standard_D4s_v5", os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 30 }] }
    usage   = { purchase_option = "ri3y" }
    want    = { instance = 730, "OS disk: storage" = 1 }
    monthly = "67.9156"
    prices  = { "vm/Standard_D4s_v5/linux/ri3y" = 0.08508, "disk/premium-ssd/p4-lrs" = 5.8072 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2025-05 and 2026-08"
  }

  example "on a dedicated host of the plan" {
    given = { size = "Standard_D4s_v5", dedicated_host_id = unknown, os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 30 }] }
    refs  = { host = { sku_name = "DSv5-Type1" } }
    want  = { "OS disk: storage" = 1 }
  }

  example "Red Hat, paid with the image" {
    given  = { size = "Standard_D4s_v5", source_image_reference = [{ publisher = "RedHat", offer = "RHEL", sku = "9-lvm-gen2" }], os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 64 }] }
    want   = { instance = 730, "OS disk: storage" = 1 }
    gaps   = ["licence of the image"]
    status = "partial"
  }

  example "Red Hat, own subscription" {
    given  = { size = "Standard_D4s_v5", license_type = "RHEL_BYOS", source_image_reference = [{ publisher = "RedHat", offer = "RHEL", sku = "9-lvm-gen2" }], os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 64 }] }
    want   = { instance = 730, "OS disk: storage" = 1 }
    status = "priced"
  }

  example "Ultra enabled" {
    given = { size = "Standard_D4s_v5", additional_capabilities = [{ ultra_ssd_enabled = true }], os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 64 }] }
    usage = { monthly_ultra_reservation_hrs = 10 }
    want  = { instance = 730, "ultra disk reservation" = 40, "OS disk: storage" = 1 }
  }

  example "size known only after apply" {
    given  = { size = unknown, os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 64 }] }
    want   = { "OS disk: storage" = 1 }
    gaps   = ["instance"]
    status = "partial"
  }
}
