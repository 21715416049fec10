# An AlloyDB instance: vCPUs with 8 GiB of memory each, by the hour. A primary
# or secondary instance that is REGIONAL, the default, has a standby that costs
# as much; a read pool has as many nodes as it says. Storage and backups belong
# to the cluster. The catalogue has the price of a pair of vCPUs of n2-highmem.
resource "google_alloydb_instance" {
  assume "availability_type" {
    value = "REGIONAL"
    why   = "REGIONAL, the default of the API"
  }
  assume "activation_policy" {
    value = "ALWAYS"
    why   = "ALWAYS, the default of the API"
  }
  assume "machine_config.machine_type" {
    why = "n2-highmem, by the number of vCPUs"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }

  let {
    hours   = coalesce(usage.monthly_hrs, hours)
    machine = get(self.machine_config, "machine_type")
    cpu     = let.machine == null ? get(self.machine_config, "cpu_count") : tonumber(regex("-([0-9]+)(?:-lssd)?$", let.machine)[0])
    family  = let.machine == null ? "n2-highmem" : regex("^([a-z0-9]+-[a-z]+)-", lower(let.machine))[0]
    pool    = upper(coalesce(self.instance_type, "PRIMARY")) == "READ_POOL"
    nodes   = let.pool ? get(self.read_pool_config, "node_count", 1) : upper(coalesce(self.availability_type, "REGIONAL")) == "ZONAL" ? 1 : 2
    runs    = upper(coalesce(self.activation_policy, "ALWAYS")) != "NEVER"
  }

  cost "vCPU and memory" {
    when     = let.runs
    quantity = let.cpu * let.nodes * let.hours
    unit     = "vCPU-hour"
    price    = "alloydb/${let.family}-2"
    factor   = 0.5
  }

  uses "nodes" {
    when       = let.runs
    vcpu       = let.cpu
    memory_gib = let.cpu * 8
    vcpu_hours = let.hours
    count      = let.nodes
  }

  example "two vCPUs and a standby" {
    given   = { instance_type = "PRIMARY", availability_type = unknown, activation_policy = unknown, machine_config = [{ cpu_count = 2, machine_type = unknown }] }
    omitted = ["availability_type", "activation_policy", "machine_config.machine_type"]
    want    = { "vCPU and memory" = 2920 }
    status  = "priced"
    monthly = "454.5856"
    prices  = { "alloydb/n2-highmem-2" = 0.31136 }
    source  = "cloud.google.com/alloydb/pricing, us-central1, 2026-04"
  }

  example "a read pool of three" {
    given = { instance_type = "READ_POOL", read_pool_config = [{ node_count = 3 }], machine_config = [{ machine_type = "n2-highmem-4", cpu_count = unknown }] }
    want  = { "vCPU and memory" = 8760 }
  }

  example "Arm has no price here" {
    given  = { instance_type = "PRIMARY", availability_type = "ZONAL", machine_config = [{ machine_type = "c4a-highmem-4-lssd" }] }
    want   = {}
    gaps   = ["vCPU and memory"]
    status = "gap"
  }

  example "size known only after apply" {
    given  = { instance_type = "PRIMARY", availability_type = "ZONAL", machine_config = [{ cpu_count = unknown, machine_type = null }] }
    want   = {}
    gaps   = ["vCPU and memory"]
    status = "gap"
  }
}
