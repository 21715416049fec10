# A scale set in flexible orchestration: as many machines as `instances`, each with
# hours of its size, its OS disk and its data disks, Linux or Windows by its
# profile. Where an autoscale setting points to the set, its limits are the range.
# A set without a size is a shell for machines that are resources of their own,
# and free. A mix of sizes has no price that could be known before.
#
# What a machine costs is the Linux or Windows machine's card.
resource "azurerm_orchestrated_virtual_machine_scale_set" {
  assume "instances" {
    value = 0
    why   = "none, the default of the service"
  }
  assume "os_disk.disk_size_gb" {
    why = "the image's size, taken as 127 GB for Windows and 30 GB for Linux"
  }
  assume "data_disk.disk_size_gb" {
    why = "the size of what it is copied from"
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
    size    = self.sku_name
    mixed   = lower(coalesce(let.size, "")) == "mix"
    made    = let.size != null && !let.mixed
    windows = length(get(self.os_profile, "windows_configuration")) > 0 || lower(get(self.source_image_reference, "publisher", "")) == "microsoftwindowsserver"
    asked   = coalesce(self.instances, 0)
    count   = coalesce(usage.instances, let.asked)
    low     = usage.instances != null ? let.count : get(refs.autoscale, "profile.capacity.minimum", let.count)
    high    = usage.instances != null ? let.count : get(refs.autoscale, "profile.capacity.maximum", let.count)
    machine = {
      size                    = let.size
      priority                = self.priority
      license_type            = self.license_type
      plan                    = self.plan
      source_image_reference  = self.source_image_reference
      additional_capabilities = self.additional_capabilities
      os_disk = [{
        storage_account_type = get(self.os_disk, "storage_account_type")
        disk_size_gb         = get(self.os_disk, "disk_size_gb", let.windows ? 127 : 30)
        diff_disk_settings   = get(self.os_disk, "diff_disk_settings")
      }]
    }

    # Public addresses that each instance has of its own.
    configurations = flatten([for n in first(self.network_interface, []) : get(n, "ip_configuration", [])])
    addresses      = length(flatten([for c in let.configurations : get(c, "public_ip_address", [])]))
  }

  part "machine" {
    card  = "azurerm_linux_virtual_machine"
    when  = let.made && !let.windows
    given = let.machine
    count = let.count
    low   = let.low
    high  = let.high
    usage = { monthly_hrs = usage.monthly_hrs, os_disk = usage.os_disk }
  }

  part "Windows machine" {
    card  = "azurerm_windows_virtual_machine"
    when  = let.made && let.windows
    given = let.machine
    count = let.count
    low   = let.low
    high  = let.high
    usage = { monthly_hrs = usage.monthly_hrs, os_disk = usage.os_disk }
  }

  part "instance address" {
    card  = "azurerm_public_ip"
    when  = let.made && let.addresses > 0
    given = { sku = "Standard" }
    usage = { monthly_hrs = usage.monthly_hrs }
    count = let.count * let.addresses
    low   = let.low * let.addresses
    high  = let.high * let.addresses
  }

  part "data disk" {
    card     = "azurerm_managed_disk"
    for_each = self.data_disk
    when     = let.made
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

  cost "mix of sizes" {
    when     = let.mixed
    quantity = let.count * hours
    unit     = "hour"
    price    = null
    hint     = "which of its sizes a mixed set takes is decided when it runs"
  }

  example "three of D4s v5 on Linux, each with a data disk" {
    given = {
      sku_name   = "Standard_D4s_v5"
      instances  = 3
      os_profile = [{ linux_configuration = [{ admin_username = "a" }], windows_configuration = [] }]
      os_disk    = [{ storage_account_type = "Premium_LRS", disk_size_gb = unknown, diff_disk_settings = [] }]
      data_disk  = [{ storage_account_type = "Premium_LRS", disk_size_gb = 128, ultra_ssd_disk_iops_read_write = unknown, ultra_ssd_disk_mbps_read_write = unknown }]
    }
    omitted = ["os_disk.disk_size_gb", "data_disk.ultra_ssd_disk_iops_read_write", "data_disk.ultra_ssd_disk_mbps_read_write"]
    want    = { "machine: instance" = 2190, "machine: OS disk: storage" = 3, "data disk 0: storage" = 3 }
    status  = "priced"
    monthly = "586.1616"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23, "disk/premium-ssd/p4-lrs" = 5.8072, "disk/premium-ssd/p10-lrs" = 21.68 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2026-08"
  }

  example "Windows, scaled from one to five" {
    given = {
      sku_name   = "Standard_D4s_v5"
      instances  = 2
      os_profile = [{ linux_configuration = [], windows_configuration = [{ admin_username = "a" }] }]
      os_disk    = [{ storage_account_type = "Premium_LRS", disk_size_gb = unknown }]
    }
    omitted = ["os_disk.disk_size_gb"]
    refs    = { autoscale = { profile = [{ capacity = [{ default = 2, minimum = 1, maximum = 5 }] }] } }
    want    = { "Windows machine: instance" = 1460, "Windows machine: OS disk: storage" = 2 }
    prices  = { "vm/Standard_D4s_v5/windows/on-demand" = 0.414 }
  }

  example "a shell for machines made elsewhere" {
    given   = { platform_fault_domain_count = 1, sku_name = null, instances = unknown }
    want    = {}
    omitted = ["instances"]
    status  = "free"
  }

  example "a mix" {
    given  = { sku_name = "Mix", instances = 2, os_profile = [{ linux_configuration = [{}] }], os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 30 }] }
    want   = {}
    gaps   = ["mix of sizes"]
    status = "gap"
  }

  example "each with a public address" {
    given   = { sku_name = "Standard_D4s_v5", instances = 3, os_profile = [{ linux_configuration = [{ admin_username = "a" }] }], os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 128, diff_disk_settings = [{ option = "Local" }] }], network_interface = [{ name = "a", ip_configuration = [{ name = "b", public_ip_address = [{ name = "c" }] }] }, { name = "d", ip_configuration = [{ name = "e", public_ip_address = [] }] }] }
    want    = { "machine: instance" = 2190, "instance address: address" = 2190 }
    status  = "priced"
    monthly = "514.65"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23, "public-ip/standard-ipv4-static-public-ip" = 0.005 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines and /ip-addresses, West Europe, 2026-08"
  }

  example "number known only after apply" {
    given  = { sku_name = "Standard_D4s_v5", instances = unknown, os_profile = [{ linux_configuration = [{}] }], os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 30 }] }
    want   = {}
    gaps   = ["machine"]
    status = "gap"
  }
}
