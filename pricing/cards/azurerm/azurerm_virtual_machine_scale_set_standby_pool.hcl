# Machines that a flexible scale set keeps ready: running ones cost like machines
# of the set, deallocated ones their OS disks alone. From the least that must be
# ready to the most is the range. Size and disk are the set's.
resource "azurerm_virtual_machine_scale_set_standby_pool" {
  ref "set" {
    path  = "attached_virtual_machine_scale_set_id"
    types = ["azurerm_orchestrated_virtual_machine_scale_set"]
  }

  let {
    running = lower(self.virtual_machine_state) == "running"
    most    = get(self.elasticity_profile, "max_ready_capacity")
    least   = get(self.elasticity_profile, "min_ready_capacity", let.most)
    windows = length(get(refs.set, "os_profile.windows_configuration")) > 0
    kind    = get(refs.set, "os_disk.storage_account_type")
    disk    = { storage_account_type = let.kind, disk_size_gb = get(refs.set, "os_disk.disk_size_gb", let.windows ? 127 : 30) }
    machine = { size = get(refs.set, "sku_name"), license_type = get(refs.set, "license_type"), os_disk = [let.disk] }
  }

  part "machine" {
    card  = "azurerm_linux_virtual_machine"
    when  = refs.set != null && let.running && !let.windows
    given = let.machine
    count = let.most
    low   = let.least
    high  = let.most
  }

  part "Windows machine" {
    card  = "azurerm_windows_virtual_machine"
    when  = refs.set != null && let.running && let.windows
    given = let.machine
    count = let.most
    low   = let.least
    high  = let.most
  }

  part "OS disk" {
    card  = "azurerm_managed_disk"
    when  = refs.set != null && !let.running && let.kind != null
    given = let.disk
    count = let.most
    low   = let.least
    high  = let.most
  }

  cost "machines" {
    when     = refs.set == null
    quantity = let.most * hours
    unit     = "hour"
    price    = null
    hint     = "the scale set it belongs to is not part of this input"
  }

  example "two running" {
    given   = { virtual_machine_state = "Running", elasticity_profile = [{ max_ready_capacity = 2, min_ready_capacity = 1 }] }
    refs    = { set = { sku_name = "Standard_D4s_v5", os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 128 }] } }
    want    = { "machine: instance" = 1460, "machine: OS disk: storage" = 2 }
    status  = "priced"
    monthly = "379.16"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23, "disk/premium-ssd/p10-lrs" = 21.68 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2026-08"
  }

  example "three deallocated" {
    given  = { virtual_machine_state = "Deallocated", elasticity_profile = [{ max_ready_capacity = 3 }] }
    refs   = { set = { sku_name = "Standard_D4s_v5", os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 128 }] } }
    want   = { "OS disk: storage" = 3 }
    status = "priced"
  }

  example "set from elsewhere" {
    given  = { virtual_machine_state = "Running", elasticity_profile = [{ max_ready_capacity = 3 }] }
    want   = {}
    gaps   = ["machines"]
    status = "gap"
  }

  example "state known only after apply" {
    given  = { virtual_machine_state = unknown, elasticity_profile = [{ max_ready_capacity = 1 }] }
    refs   = { set = { sku_name = "Standard_D4s_v5", os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 128 }] } }
    want   = {}
    gaps   = ["machine", "OS disk"]
    status = "gap"
  }
}
