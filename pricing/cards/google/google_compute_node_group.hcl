# A group of sole-tenant nodes: all vCPUs and memory of each node by the hour,
# with a tenth on top for having it alone; machines on it pay for licences and
# disks only. What the node is comes from its template. The discount for
# sustained use (n1 30 %, n2 and n2d 20 % of a whole month) comes off the
# base, not off the tenth. A group that scales is counted at its minimum, with
# the range. The catalogue has vCPUs and memory of e2, n1, n2, n2d, n4 and
# n4d.
resource "google_compute_node_group" {
  ref "template" {
    path  = "node_template"
    types = ["google_compute_node_template"]
  }

  assume "initial_size" {
    value = 1
    why   = "one node"
  }
  assume "autoscaling_policy" {
    why = "not configured: it does not scale"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }

  let {
    # c2-node-60-240: family, vCPUs, GB.
    parts  = regex("^([a-z0-9]+)-[a-z]*-?node-([0-9]+)-([0-9]+)", lower(get(refs.template, "node_type")))
    family = let.parts[0]
    scaled = contains(["ON", "ONLY_SCALE_OUT"], upper(get(self.autoscaling_policy, "mode", "OFF")))
    lowest = let.scaled ? get(self.autoscaling_policy, "min_nodes", 0) : coalesce(self.initial_size, 1)
    most   = let.scaled ? get(self.autoscaling_policy, "max_nodes") : let.lowest
    hours  = coalesce(usage.monthly_hrs, hours)
    vcpus  = tonumber(let.parts[1]) * let.hours
    memory = tonumber(let.parts[2]) * let.hours
    # Of a whole month; of less, less comes off.
    whole     = let.hours >= hours
    sustained = !let.whole || committed ? 1 : let.family == "n1" ? 0.7 : contains(["n2", "n2d", "c2"], let.family) ? 0.8 : 1
    discount  = known(let.sustained, 1) == 1 ? "" : " (-${let.family == "n1" ? 30 : 20} % sustained use)"
  }

  cost "vCPUs" {
    name     = "vCPUs${let.discount}"
    quantity = let.lowest * let.vcpus
    low      = let.lowest * let.vcpus
    high     = let.most * let.vcpus
    unit     = "vCPU-hour"
    price    = "compute/${let.family}/core/on-demand"
    factor   = let.sustained
  }

  cost "memory" {
    name     = "memory${let.discount}"
    quantity = let.lowest * let.memory
    low      = let.lowest * let.memory
    high     = let.most * let.memory
    unit     = "GiB-hour"
    price    = "compute/${let.family}/ram/on-demand"
    factor   = let.sustained
  }

  cost "sole tenancy, vCPUs" {
    quantity = let.lowest * let.vcpus
    low      = let.lowest * let.vcpus
    high     = let.most * let.vcpus
    unit     = "vCPU-hour"
    price    = "compute/${let.family}/core/on-demand"
    factor   = 0.1
  }

  cost "sole tenancy, memory" {
    quantity = let.lowest * let.memory
    low      = let.lowest * let.memory
    high     = let.most * let.memory
    unit     = "GiB-hour"
    price    = "compute/${let.family}/ram/on-demand"
    factor   = 0.1
  }

  uses "nodes" {
    vcpu       = tonumber(let.parts[1])
    memory_gib = tonumber(let.parts[2])
    vcpu_hours = let.hours
    count      = let.lowest
  }

  example "two nodes of n2" {
    given   = { node_template = unknown, initial_size = 2, autoscaling_policy = [] }
    refs    = { template = { node_type = "n2-node-80-640" } }
    want    = { "vCPUs (-20 % sustained use)" = 116800, "memory (-20 % sustained use)" = 934400, "sole tenancy, vCPUs" = 116800, "sole tenancy, memory" = 934400 }
    status  = "priced"
    monthly = "6886.09584"
    prices  = { "compute/n2/core/on-demand" = 0.031611, "compute/n2/ram/on-demand" = 0.004237 }
    source  = "cloud.google.com/compute/sole-tenant-pricing, us-central1, 2026-07"
  }

  example "from one to three" {
    given   = { node_template = unknown, initial_size = unknown, autoscaling_policy = [{ mode = "ON", min_nodes = 1, max_nodes = 3 }] }
    refs    = { template = { node_type = "n4-node-224-1372" } }
    want    = { vCPUs = 163520, memory = 1001560, "sole tenancy, vCPUs" = 163520, "sole tenancy, memory" = 1001560 }
    omitted = ["initial_size"]
  }

  example "a family without a price here" {
    given  = { node_template = unknown, initial_size = 1, autoscaling_policy = [] }
    refs   = { template = { node_type = "m1-node-96-1433" } }
    want   = {}
    gaps   = ["vCPUs", "memory", "sole tenancy, vCPUs", "sole tenancy, memory"]
    status = "gap"
  }

  example "node known only after apply" {
    given  = { node_template = unknown, initial_size = 1, autoscaling_policy = [] }
    refs   = { template = { node_type = unknown } }
    want   = {}
    gaps   = ["vCPUs", "memory", "sole tenancy, vCPUs", "sole tenancy, memory"]
    status = "gap"
  }
}
