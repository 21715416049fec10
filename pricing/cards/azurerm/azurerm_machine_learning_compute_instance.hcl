# A workstation for data science: hours of its machine while it runs, and an OS
# disk (Premium, P10) by the month whether it runs or not. Machine Learning adds
# nothing to the machine's price. A load balancer comes with one that has a public
# address. Stopping it at night is worth it: say so in hours.
resource "azurerm_machine_learning_compute_instance" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }

  part "" {
    card = "azurerm_linux_virtual_machine"
    given = {
      size    = self.virtual_machine_size
      os_disk = [{ storage_account_type = "Premium_LRS", disk_size_gb = 128 }]
    }
    usage = { monthly_hrs = usage.monthly_hrs }
  }

  cost "load balancer" {
    when     = coalesce(self.node_public_ip_enabled, true)
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = null
    hint     = "Microsoft says about 0.33 USD a day and publishes no exact price"
  }

  example "160 hours, no public address" {
    given   = { virtual_machine_size = "STANDARD_D4S_V5", node_public_ip_enabled = false }
    usage   = { monthly_hrs = 160 }
    want    = { instance = 160, "OS disk: storage" = 1 }
    status  = "priced"
    monthly = "58.48"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23, "disk/premium-ssd/p10-lrs" = 21.68 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux and /managed-disks, West Europe, 2026-08"
  }

  example "always on, with a public address" {
    given  = { virtual_machine_size = "Standard_D4s_v5" }
    want   = { instance = 730, "OS disk: storage" = 1 }
    gaps   = ["load balancer"]
    status = "partial"
  }

  example "size known only after apply" {
    given  = { virtual_machine_size = unknown, node_public_ip_enabled = false }
    want   = { "OS disk: storage" = 1 }
    gaps   = ["instance"]
    status = "partial"
  }
}
