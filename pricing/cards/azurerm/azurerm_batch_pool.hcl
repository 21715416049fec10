# A pool of nodes for jobs: hours of the machines, dedicated ones at their own
# price and low-priority ones at a price that the catalogue does not have. Batch
# itself is free. A pool that scales by a formula has as many nodes as the formula
# says: use tells. Declared data disks are billed as managed disks.
resource "azurerm_batch_pool" {
  usage "nodes" {
    unit        = "nodes"
    default     = null
    description = "how many dedicated nodes run on average, where that is not what the pool asks for"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the nodes run, where that is not all 730"
  }
  usage "data_disk" {
    keys        = { monthly_disk_operations = "operations" }
    description = "operations a month on each data disk of one node, billed for Standard disks only"
  }

  let {
    windows = startswith(lower(get(self.storage_image_reference, "publisher", "")), "microsoftwindows")
    scaled  = length(self.auto_scale) > 0
    # One dedicated node and no other are the provider's defaults.
    asked = let.scaled ? null : get(self.fixed_scale, "target_dedicated_nodes", 1)
    count = first(usage.nodes, let.asked)
    cheap = let.scaled ? 0 : get(self.fixed_scale, "target_low_priority_nodes", 0)
    node = {
      size         = self.vm_size
      license_type = self.license_type
    }
  }

  part "node" {
    card  = "azurerm_linux_virtual_machine"
    when  = let.count != null && !let.windows
    given = let.node
    count = let.count
    usage = { monthly_hrs = usage.monthly_hrs }
  }

  part "Windows node" {
    card  = "azurerm_windows_virtual_machine"
    when  = let.count != null && let.windows
    given = let.node
    count = let.count
    usage = { monthly_hrs = usage.monthly_hrs }
  }

  part "data disk" {
    card     = "azurerm_managed_disk"
    for_each = self.data_disks
    when     = let.count != null
    count    = let.count
    given = {
      storage_account_type = get(each.value, "storage_account_type", "Standard_LRS")
      disk_size_gb         = get(each.value, "disk_size_gb")
    }
    usage = { monthly_disk_operations = get(usage.data_disk, "monthly_disk_operations") }
  }

  cost "nodes by a formula" {
    when     = let.scaled && usage.nodes == null
    quantity = hours
    unit     = "hour"
    price    = null
    hint     = "how many nodes a formula asks for is told by the usage key nodes"
  }

  cost "low-priority nodes" {
    when     = let.cheap > 0
    quantity = let.cheap * coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = null
    hint     = "prices of low-priority nodes are not in the catalogue"
  }

  example "four dedicated nodes" {
    given   = { vm_size = "STANDARD_D4S_V5", fixed_scale = [{ target_dedicated_nodes = 4, target_low_priority_nodes = 0 }], storage_image_reference = [{ publisher = "microsoft-dsvm", offer = "ubuntu-hpc" }] }
    want    = { "node: instance" = 2920 }
    status  = "priced"
    monthly = "671.60"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux, West Europe, 2026-08"
  }

  example "Windows, some of low priority, with a disk" {
    given  = { vm_size = "Standard_D4s_v5", fixed_scale = [{ target_dedicated_nodes = 1, target_low_priority_nodes = 5 }], storage_image_reference = [{ publisher = "MicrosoftWindowsServer" }], data_disks = [{ lun = 0, disk_size_gb = 128, storage_account_type = "Premium_LRS" }] }
    usage  = { monthly_hrs = 100 }
    want   = { "Windows node: instance" = 100, "data disk 0: storage" = 1 }
    gaps   = ["low-priority nodes"]
    status = "partial"
  }

  example "by a formula" {
    given  = { vm_size = "Standard_D4s_v5", auto_scale = [{ formula = "$TargetDedicatedNodes = 3;" }] }
    want   = {}
    gaps   = ["nodes by a formula"]
    status = "gap"
  }

  example "by a formula, number told" {
    given = { vm_size = "Standard_D4s_v5", auto_scale = [{ formula = "$TargetDedicatedNodes = 3;" }] }
    usage = { nodes = 3, monthly_hrs = 200 }
    want  = { "node: instance" = 600 }
  }

  example "size known only after apply" {
    given  = { vm_size = unknown, fixed_scale = [{ target_dedicated_nodes = 1 }] }
    want   = {}
    gaps   = ["node: instance"]
    status = "gap"
  }
}
