# A cluster of Data Explorer: hours of its virtual machines, as many as its capacity
# or, where it scales, between two bounds; on top a markup by the vCore (none for
# development sizes), two machines that manage its data, and premium disks where
# the size names some. The catalogue has the price of the machines alone.
resource "azurerm_kusto_cluster" {
  assume "sku.capacity" {
    why = "the fewest instances it scales to, else what the size begins with"
  }

  let {
    name = get(self.sku, "name")
    dev  = startswith(lower(let.name), "dev")
    # Standard_E16as_v5+4TB_PS, Dev(No SLA)_Standard_E2a_v4
    plain = split("+", let.name)[0]
    size  = let.dev ? "Standard_${split("_Standard_", let.plain)[1]}" : let.plain
    disks = length(split("+", let.name)) > 1
    few   = first(get(self.optimized_auto_scale, "minimum_instances"), get(self.sku, "capacity"), 1)
    many  = first(get(self.optimized_auto_scale, "maximum_instances"), get(self.sku, "capacity"), 1)
  }

  cost "machines" {
    quantity = let.few * hours
    high     = let.many * hours
    unit     = "hour"
    price    = "vm/${let.size}/linux/on-demand"
  }

  cost "markup" {
    when     = !let.dev
    quantity = let.few * hours
    unit     = "vCore-hour"
    price    = null
    hint     = "the markup of Data Explorer is not in the catalogue"
  }
  cost "data management" {
    quantity = 2 * hours
    unit     = "hour"
    price    = null
    hint     = "which machines manage the data is not published"
  }
  cost "disks" {
    when     = let.disks
    quantity = let.few
    unit     = "month"
    price    = null
    hint     = "how the disks of a size are billed is not in the catalogue"
  }

  uses "machines" {
    machine = let.size
    count   = let.few
    high    = let.many
  }

  example "two machines" {
    given   = { sku = [{ name = "Standard_D13_v2", capacity = 2 }] }
    want    = { machines = 1460 }
    gaps    = ["markup", "data management"]
    status  = "partial"
    monthly = "1108.14"
    prices  = { "vm/Standard_D13_v2/linux/on-demand" = 0.759 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux, West Europe, 2026-06"
  }

  example "between two and five, with disks" {
    given = { sku = [{ name = "Standard_E8as_v5+1TB_PS", capacity = unknown }], optimized_auto_scale = [{ minimum_instances = 2, maximum_instances = 5 }] }
    want  = { machines = 1460 }
    gaps  = ["markup", "data management", "disks"]
  }

  example "for development" {
    given = { sku = [{ name = "Dev(No SLA)_Standard_E2a_v4", capacity = 1 }] }
    want  = { machines = 730 }
    gaps  = ["data management"]
  }

  example "size known only after apply" {
    given  = { sku = [{ name = unknown, capacity = 2 }] }
    want   = {}
    gaps   = ["machines", "markup", "data management", "disks"]
    status = "gap"
  }
}
