# A pool of AKS nodes: hours of its machines and their OS disks. With
# autoscaling the count starts at the minimum, and minimum to maximum is the
# range. Spot pools have the spot price. An ephemeral OS disk costs nothing; a
# managed one is Premium SSD where the size supports it and Standard SSD where
# not, of 128 GB below 8 vCPUs, 256 GB below 16, 512 GB below 64 and 1 TiB from
# there, where none is said. Nodes with a public address of their own pay for it.
#
# What a machine costs is the Linux or Windows machine's card. Windows nodes
# bring their licence along when the cluster's windows_profile says so.
resource "azurerm_kubernetes_cluster_node_pool" {
  assume "node_count" {
    why = "min_count with autoscaling, else 1"
  }
  assume "os_disk_size_gb" {
    why = "by the vCPUs of the size: 128, 256, 512 or 1,024 GB"
  }

  ref "cluster" {
    path  = "kubernetes_cluster_id"
    types = ["azurerm_kubernetes_cluster"]
    assume "windows_profile" {
      why = "no licence brought along"
    }
  }

  usage "nodes" {
    unit        = "nodes"
    default     = null
    description = "how many run on average, where that is not what the pool asks for"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the pool runs, where that is not all 730"
  }
  usage "os_disk" {
    keys        = { monthly_disk_operations = "operations" }
    description = "operations a month on the OS disk of one node, billed for Standard disks only"
  }

  let {
    # The name of the switch before version 4 of the provider comes second.
    scaling = coalesce(self.auto_scaling_enabled, self.enable_auto_scaling, false)
    asked   = let.scaling ? coalesce(self.node_count, self.min_count, 1) : coalesce(self.node_count, 1)
    count   = coalesce(usage.nodes, let.asked)
    ranged  = let.scaling && usage.nodes == null
    low     = let.ranged ? coalesce(self.min_count, let.count) : let.count
    high    = let.ranged ? coalesce(self.max_count, let.count) : let.count

    windows = lower(coalesce(self.os_type, "Linux")) == "windows"
    vcpu    = get(machine(self.vm_size), "vcpu")
    default = let.vcpu < 8 ? 128 : let.vcpu < 16 ? 256 : let.vcpu < 64 ? 512 : 1024
    size    = self.os_disk_size_gb != null ? self.os_disk_size_gb : let.default
    # Sizes with an s among their letters take Premium disks.
    premium = length(regexall("^standard_([a-z]*s[0-9]|[a-z]+[0-9]+(-[0-9]+)?[a-z]*s)", lower(self.vm_size))) > 0

    node = {
      size         = self.vm_size
      priority     = self.priority
      license_type = get(refs.cluster, "windows_profile.license")
      os_disk = [{
        storage_account_type = let.premium ? "Premium_LRS" : "StandardSSD_LRS"
        disk_size_gb         = let.size
        diff_disk_settings   = lower(coalesce(self.os_disk_type, "Managed")) == "ephemeral" ? [{}] : []
      }]
    }
  }

  part "node" {
    card  = "azurerm_linux_virtual_machine"
    when  = !let.windows
    given = merge(let.node, { license_type = null })
    usage = { monthly_hrs = usage.monthly_hrs, os_disk = usage.os_disk }
    count = let.count
    low   = let.low
    high  = let.high
  }

  part "Windows node" {
    card  = "azurerm_windows_virtual_machine"
    when  = let.windows
    given = let.node
    usage = { monthly_hrs = usage.monthly_hrs, os_disk = usage.os_disk }
    count = let.count
    low   = let.low
    high  = let.high
  }

  part "node address" {
    card  = "azurerm_public_ip"
    when  = coalesce(self.node_public_ip_enabled, self.enable_node_public_ip, false)
    given = { sku = "Standard" }
    usage = { monthly_hrs = usage.monthly_hrs }
    count = let.count
    low   = let.low
    high  = let.high
  }

  example "three of D4s v5" {
    given   = { vm_size = "Standard_D4s_v5", node_count = 3, auto_scaling_enabled = false, os_disk_type = "Managed", os_disk_size_gb = unknown, os_type = "Linux", priority = "Regular" }
    omitted = ["os_disk_size_gb"]
    want    = { "node: instance" = 2190, "node: OS disk: storage" = 3 }
    status  = "priced"
    monthly = "568.74"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23, "disk/premium-ssd/p10-lrs" = 21.68 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2026-08"
  }

  example "scaled from none to twenty on spot" {
    given   = { vm_size = "Standard_D8s_v5", node_count = unknown, auto_scaling_enabled = true, min_count = 0, max_count = 20, os_disk_type = "Managed", os_disk_size_gb = unknown, priority = "Spot" }
    omitted = ["node_count", "os_disk_size_gb"]
    want    = { "node: instance" = 0, "node: OS disk: storage" = 0 }
  }

  example "scaled from two to five, ephemeral disks, public addresses" {
    given   = { vm_size = "Standard_D4s_v5", node_count = unknown, enable_auto_scaling = true, min_count = 2, max_count = 5, os_disk_type = "Ephemeral", os_disk_size_gb = unknown, node_public_ip_enabled = true }
    omitted = ["node_count", "os_disk_size_gb"]
    want    = { "node: instance" = 1460, "node address: address" = 1460 }
    monthly = "343.10"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23, "public-ip/standard-ipv4-static-public-ip" = 0.005 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /ip-addresses, West Europe, 2026-08"
  }

  example "Windows, licence brought along by the cluster, 200 hours" {
    given   = { vm_size = "Standard_D4s_v5", node_count = 2, os_type = "Windows", os_disk_size_gb = 256 }
    refs    = { cluster = { windows_profile = [{ license = "Windows_Server" }] } }
    usage   = { monthly_hrs = 200 }
    want    = { "Windows node: instance" = 400, "Windows node: OS disk: storage" = 2 }
    monthly = "175.622856"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23, "disk/premium-ssd/p15-lrs" = 41.811428 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2026-08"
  }

  example "Windows, the cluster says nothing of licences" {
    given   = { vm_size = "Standard_D4s_v5", node_count = 1, os_type = "Windows", os_disk_type = "Ephemeral" }
    omitted = ["cluster.windows_profile"]
    refs    = { cluster = { windows_profile = unknown } }
    want    = { "Windows node: instance" = 730 }
    prices  = { "vm/Standard_D4s_v5/windows/on-demand" = 0.414 }
  }

  example "a size without Premium disks" {
    given  = { vm_size = "Standard_D4_v3", node_count = 1 }
    want   = { "node: instance" = 730, "node: OS disk: storage" = 1 }
    unused = ["node: OS disk: disk operations"]
    prices = { "disk/standard-ssd/e10-lrs" = 9.6 }
  }

  example "four on average" {
    given = { vm_size = "Standard_D4s_v5", auto_scaling_enabled = true, min_count = 1, max_count = 10, os_disk_type = "Ephemeral" }
    usage = { nodes = 4 }
    want  = { "node: instance" = 2920 }
  }

  example "size known only after apply" {
    given  = { vm_size = unknown, node_count = 1, os_disk_size_gb = 128 }
    want   = {}
    gaps   = ["node: instance", "node: OS disk: storage", "node: OS disk: capacity", "node: OS disk: provisioned iops", "node: OS disk: provisioned throughput", "node: OS disk: disk operations"]
    status = "gap"
  }
}
