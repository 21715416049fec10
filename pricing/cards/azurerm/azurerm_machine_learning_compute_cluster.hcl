# A cluster of machines for training: hours of its nodes at the price of the
# machine, which Machine Learning adds nothing to. It grows from its least number
# of nodes to its most and counts with the least; use tells how long how many ran.
# Low-priority nodes have a price that the catalogue does not have. A load balancer
# comes with each fifty nodes that have public addresses.
resource "azurerm_machine_learning_compute_cluster" {
  usage "instances" {
    unit        = "nodes"
    default     = null
    description = "how many nodes run on average while any do"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month that nodes run, where that is not all 730"
  }

  let {
    size   = get(machine(self.vm_size), "name", self.vm_size)
    cheap  = lower(self.vm_priority) == "lowpriority"
    least  = get(self.scale_settings, "min_node_count")
    most   = get(self.scale_settings, "max_node_count")
    told   = usage.instances != null || usage.monthly_hrs != null
    nodes  = first(usage.instances, usage.monthly_hrs != null ? let.most : let.least)
    hours  = coalesce(usage.monthly_hrs, hours)
  }

  cost "nodes" {
    quantity = let.nodes * let.hours
    low      = (let.told ? let.nodes : let.least) * let.hours
    high     = (let.told ? let.nodes : let.most) * let.hours
    unit     = "hour"
    price    = let.cheap ? null : "vm/${let.size}/linux/on-demand"
    hint     = "prices of low-priority nodes are not in the catalogue"
  }

  cost "load balancer" {
    when     = coalesce(self.node_public_ip_enabled, true) && let.nodes > 0
    quantity = ceil(let.nodes / 50) * let.hours
    unit     = "hour"
    price    = null
    hint     = "Microsoft says about 0.33 USD a day and publishes no exact price"
  }

  uses "machine" {
    machine    = let.size
    count      = let.nodes
    low        = let.told ? let.nodes : let.least
    high       = let.told ? let.nodes : let.most
    vcpu_hours = let.hours
  }

  example "four nodes for 100 hours" {
    given   = { vm_size = "STANDARD_D4S_V5", vm_priority = "Dedicated", node_public_ip_enabled = false, scale_settings = [{ min_node_count = 0, max_node_count = 8 }] }
    usage   = { instances = 4, monthly_hrs = 100 }
    want    = { nodes = 400 }
    status  = "priced"
    monthly = "92.00"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23 }
    source  = "azure.microsoft.com/pricing/details/machine-learning, as virtual-machines/linux, West Europe, 2026-08"
  }

  example "one at least, four at most" {
    given = { vm_size = "Standard_D4s_v5", vm_priority = "Dedicated", scale_settings = [{ min_node_count = 1, max_node_count = 4 }] }
    want  = { nodes = 730 }
    gaps  = ["load balancer"]
  }

  example "low priority" {
    given  = { vm_size = "Standard_D4s_v5", vm_priority = "LowPriority", node_public_ip_enabled = false, scale_settings = [{ min_node_count = 1, max_node_count = 4 }] }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }

  example "size known only after apply" {
    given  = { vm_size = unknown, vm_priority = "Dedicated", node_public_ip_enabled = false, scale_settings = [{ min_node_count = 1, max_node_count = 4 }] }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }
}
