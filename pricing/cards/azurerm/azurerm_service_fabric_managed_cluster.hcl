# A managed Service Fabric cluster: the machines of its node types with their OS
# and data disks, and for the Standard tier a load balancer and a public address.
# Service Fabric itself is free.
resource "azurerm_service_fabric_managed_cluster" {
  usage "data_disk" {
    keys        = { monthly_disk_operations = "operations" }
    description = "operations a month on each data disk of one node, billed for Standard disks only"
  }

  let {
    # Basic is the provider's default.
    standard = lower(coalesce(self.sku, "Basic")) == "standard"
    types    = { for n in self.node_type : get(n, "name") => n }
    windows  = { for k, n in let.types : k => n if startswith(lower(get(n, "vm_image_publisher", "")), "microsoftwindows") }
    linux    = { for k, n in let.types : k => n if !startswith(lower(get(n, "vm_image_publisher", "")), "microsoftwindows") }
  }

  part "Windows node" {
    card     = "azurerm_windows_virtual_machine"
    for_each = let.windows
    given    = { size = get(each.value, "vm_size") }
    count    = get(each.value, "vm_instance_count")
  }

  part "node" {
    card     = "azurerm_linux_virtual_machine"
    for_each = let.linux
    given    = { size = get(each.value, "vm_size") }
    count    = get(each.value, "vm_instance_count")
  }

  part "data disk" {
    card     = "azurerm_managed_disk"
    for_each = let.types
    given = {
      storage_account_type = get(each.value, "data_disk_type", "Standard_LRS")
      disk_size_gb         = get(each.value, "data_disk_size_gb")
    }
    count = get(each.value, "vm_instance_count")
    usage = { monthly_disk_operations = get(usage.data_disk, "monthly_disk_operations") }
  }

  cost "OS disks" {
    quantity = sum([for n in self.node_type : get(n, "vm_instance_count")])
    unit     = "month"
    price    = null
    hint     = "of what kind and size the OS disks are is not documented"
  }

  cost "load balancer" {
    when     = let.standard
    quantity = hours
    unit     = "hour"
    price    = "load-balancer/standard/first-5-rules-hour"
    region   = startswith(region, "usgov") ? region : "eastus"
  }

  part "address" {
    card  = "azurerm_public_ip"
    when  = let.standard
    given = { sku = "Standard" }
  }

  example "Standard, five Windows nodes" {
    given = {
      sku = "Standard"
      node_type = [{
        name              = "primary", vm_size = "Standard_D4s_v5", vm_instance_count = 5, vm_image_publisher = "MicrosoftWindowsServer"
        data_disk_type    = "Premium_LRS"
        data_disk_size_gb = 128
      }]
    }
    want = {
      "Windows node primary: instance" = 3650
      "data disk primary: storage"     = 5
      "load balancer"                  = 730
      "address: address"               = 730
    }
    gaps    = ["OS disks"]
    status  = "partial"
    monthly = "1641.40"
    prices = {
      "vm/Standard_D4s_v5/windows/on-demand"      = 0.414
      "disk/premium-ssd/p10-lrs"                  = 21.68
      "load-balancer/standard/first-5-rules-hour" = 0.025
      "public-ip/standard-ipv4-static-public-ip"  = 0.005
    }
    source = "azure.microsoft.com/pricing/details/virtual-machines/windows, /managed-disks, /load-balancer and /ip-addresses, West Europe, 2026-08 and 2026-09"
  }

  example "size known only after apply" {
    given = {
      sku       = "Basic"
      node_type = [{ name = "primary", vm_size = unknown, vm_instance_count = 3, vm_image_publisher = "MicrosoftWindowsServer", data_disk_type = "Premium_LRS", data_disk_size_gb = 128 }]
    }
    want   = { "data disk primary: storage" = 3 }
    gaps   = ["Windows node primary: instance", "OS disks"]
    status = "partial"
  }
}
