# A scale set of Windows machines: as many as `instances`, each with hours of
# its size, its OS disk and its data disks. Where an autoscale setting points to
# the set, its limits are the range. The set itself is free.
#
# What a machine costs is azurerm_windows_virtual_machine's.
resource "azurerm_windows_virtual_machine_scale_set" {
  assume "os_disk.disk_size_gb" {
    value = 127
    why   = "the image's size, taken as 127 GB"
  }
  assume "data_disk.ultra_ssd_disk_iops_read_write" {
    why = "what the kind includes"
  }
  assume "data_disk.ultra_ssd_disk_mbps_read_write" {
    why = "what the kind includes"
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
  usage "os_disk" {
    keys        = { monthly_disk_operations = "operations" }
    description = "operations a month on the OS disk of one machine, billed for Standard disks only"
  }
  usage "data_disk" {
    keys        = { monthly_disk_operations = "operations" }
    description = "operations a month on each data disk of one machine, billed for Standard disks only"
  }

  let {
    count = coalesce(usage.instances, self.instances)
    low   = usage.instances != null ? let.count : get(refs.autoscale, "profile.capacity.minimum", let.count)
    high  = usage.instances != null ? let.count : get(refs.autoscale, "profile.capacity.maximum", let.count)

    # Public addresses that each instance has of its own.
    configurations = flatten([for n in first(self.network_interface, []) : get(n, "ip_configuration", [])])
    addresses      = length(flatten([for c in let.configurations : get(c, "public_ip_address", [])]))
  }

  part "machine" {
    card  = "azurerm_windows_virtual_machine"
    count = let.count
    low   = let.low
    high  = let.high
    given = {
      size                    = self.sku
      priority                = self.priority
      license_type            = self.license_type
      plan                    = self.plan
      source_image_reference  = self.source_image_reference
      additional_capabilities = self.additional_capabilities
      os_disk                 = self.os_disk
    }
    usage = { monthly_hrs = usage.monthly_hrs, os_disk = usage.os_disk }
  }

  part "instance address" {
    card  = "azurerm_public_ip"
    when  = let.addresses > 0
    given = { sku = "Standard" }
    usage = { monthly_hrs = usage.monthly_hrs }
    count = let.count * let.addresses
    low   = let.low * let.addresses
    high  = let.high * let.addresses
  }

  part "data disk" {
    card     = "azurerm_managed_disk"
    for_each = self.data_disk
    count    = let.count
    low      = let.low
    high     = let.high
    given = {
      storage_account_type = get(each.value, "storage_account_type")
      disk_size_gb         = get(each.value, "disk_size_gb")
      disk_iops_read_write = get(each.value, "ultra_ssd_disk_iops_read_write")
      disk_mbps_read_write = get(each.value, "ultra_ssd_disk_mbps_read_write")
    }
    usage = { monthly_disk_operations = get(usage.data_disk, "monthly_disk_operations") }
  }

  example "two of D4s v5" {
    given   = { sku = "Standard_D4s_v5", instances = 2, os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = unknown }] }
    omitted = ["os_disk.disk_size_gb"]
    want    = { "machine: instance" = 1460, "machine: OS disk: storage" = 2 }
    monthly = "647.80"
    prices  = { "vm/Standard_D4s_v5/windows/on-demand" = 0.414, "disk/premium-ssd/p10-lrs" = 21.68 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/windows and /managed-disks, West Europe, 2026-08"
  }

  example "hybrid benefit: the Linux rate" {
    given   = { sku = "Standard_D4s_v5", instances = 2, license_type = "Windows_Server", os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 128 }], data_disk = [{ storage_account_type = "StandardSSD_LRS", disk_size_gb = 128 }] }
    want    = { "machine: instance" = 1460, "machine: OS disk: storage" = 2, "data disk 0: storage" = 2 }
    unused  = ["data disk 0: disk operations"]
    monthly = "398.36"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23, "disk/premium-ssd/p10-lrs" = 21.68, "disk/standard-ssd/e10-lrs" = 9.6, "disk/standard-ssd/operations/e10-lrs" = 0.002 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2026-08"
  }

  example "each with a public address" {
    given   = { sku = "Standard_D4s_v5", instances = 3, os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 128, diff_disk_settings = [{ option = "Local" }] }], network_interface = [{ name = "a", ip_configuration = [{ name = "b", public_ip_address = [{ name = "c" }] }] }, { name = "d", ip_configuration = [{ name = "e", public_ip_address = [] }] }] }
    want    = { "machine: instance" = 2190, "instance address: address" = 2190 }
    status  = "priced"
    monthly = "917.61"
    prices  = { "vm/Standard_D4s_v5/windows/on-demand" = 0.414, "public-ip/standard-ipv4-static-public-ip" = 0.005 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines and /ip-addresses, West Europe, 2026-08"
  }

  example "number known only after apply" {
    given  = { sku = "Standard_D4s_v5", instances = unknown, os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 30 }] }
    want   = {}
    gaps   = ["machine"]
    status = "gap"
  }
}
