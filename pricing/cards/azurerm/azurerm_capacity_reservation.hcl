# Room for machines of a size that is kept free: what no machine takes is billed by
# the hour at the machine's own Linux price, and what a machine takes is billed as
# that machine. How much is taken is not to be seen from here: all of it is the
# upper end of the range and what is counted, none is the lower end.
resource "azurerm_capacity_reservation" {
  usage "unused_instances" {
    unit        = "instances"
    default     = null
    description = "how many of them no machine takes, on average"
  }

  let {
    asked = get(self.sku, "name")
    size  = get(machine(let.asked), "name", let.asked)
    most  = get(self.sku, "capacity")
    count = first(usage.unused_instances, let.most)
  }

  cost "reserved and unused" {
    quantity = let.count * hours
    low      = usage.unused_instances == null ? 0 : let.count * hours
    high     = let.count * hours
    unit     = "hour"
    price    = "vm/${let.size}/linux/on-demand"
  }

  uses "machine" {
    machine = let.size
    count   = let.count
    low     = usage.unused_instances == null ? 0 : let.count
    high    = let.count
  }

  example "two of D4s v5" {
    given   = { sku = [{ name = "Standard_D4s_v5", capacity = 2 }] }
    want    = { "reserved and unused" = 1460 }
    status  = "priced"
    monthly = "335.80"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux, West Europe, 2026-08"
  }

  example "all taken" {
    given  = { sku = [{ name = "Standard_D4s_v5", capacity = 2 }] }
    usage  = { unused_instances = 0 }
    want   = { "reserved and unused" = 0 }
    status = "priced"
  }

  example "number known only after apply" {
    given  = { sku = [{ name = "Standard_D4s_v5", capacity = unknown }] }
    want   = {}
    gaps   = ["reserved and unused"]
    status = "gap"
  }
}
