# An OpenShift cluster: three machines of the control plane and the workers, at
# Linux prices, with the workers' disks; and a licence for every worker by the
# hour, whose price the catalogue does not have, nor the size of the control
# plane's disks. The load balancers of its ways in and out are billed too and not
# part of this.
resource "azurerm_redhat_openshift_cluster" {
  let {
    workers = get(self.worker_profile, "node_count")
  }

  part "control plane" {
    card  = "azurerm_linux_virtual_machine"
    given = { size = get(self.main_profile, "vm_size") }
    count = 3
  }

  part "worker" {
    card = "azurerm_linux_virtual_machine"
    given = {
      size    = get(self.worker_profile, "vm_size")
      os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = get(self.worker_profile, "disk_size_gb") }]
    }
    count = let.workers
  }

  cost "OpenShift licence" {
    quantity = let.workers * hours
    unit     = "hour"
    price    = null
    hint     = "the price of an OpenShift licence is not in the catalogue"
  }

  cost "control plane disks" {
    quantity = 3
    unit     = "month"
    price    = null
    hint     = "of what size the disks of the control plane are is not documented"
  }

  example "three workers" {
    given = {
      main_profile   = [{ vm_size = "Standard_D8s_v5" }]
      worker_profile = [{ vm_size = "Standard_D4s_v5", disk_size_gb = 128, node_count = 3 }]
    }
    want    = { "control plane: instance" = 2190, "worker: instance" = 2190, "worker: OS disk: storage" = 3 }
    gaps    = ["OpenShift licence", "control plane disks"]
    status  = "partial"
    monthly = "1576.14"
    prices  = { "vm/Standard_D8s_v5/linux/on-demand" = 0.46, "vm/Standard_D4s_v5/linux/on-demand" = 0.23, "disk/premium-ssd/p10-lrs" = 21.68 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2026-08"
  }

  example "number of workers known only after apply" {
    given = {
      main_profile   = [{ vm_size = "Standard_D8s_v5" }]
      worker_profile = [{ vm_size = "Standard_D4s_v5", disk_size_gb = 128, node_count = unknown }]
    }
    want   = { "control plane: instance" = 2190 }
    gaps   = ["worker", "OpenShift licence", "control plane disks"]
    status = "partial"
  }
}
