# A GKE cluster: the hourly fee, the nodes of its default pool and of the pools
# written inside it, or what the pods of an Autopilot cluster ask for.
#
# The fee is the same for zonal, regional and Autopilot clusters; Google gives
# one zonal or Autopilot cluster of each billing account back, which is not
# taken off here. Counts of nodes are per zone: a cluster whose location is a
# region has three zones unless node_locations names them; for a cluster in a
# zone, node_locations are further zones. A default pool that is removed after
# creation costs nothing.
resource "google_container_cluster" {
  assume "location" {
    why = "not configured: the provider's zone or region"
  }
  assume "node_locations" {
    why = "three zones in a region, one in a zone"
  }
  assume "node_pool" {
    why = "no pools written inside the cluster"
  }
  assume "node_config" {
    why = "not configured: e2-medium with 100 GB of pd-balanced, as GKE has it"
  }
  assume "node_config.machine_type" {
    value = "e2-medium"
    why   = "e2-medium, the default of GKE"
  }
  assume "node_config.disk_size_gb" {
    value = 100
    why   = "100 GB, the default of GKE"
  }
  assume "node_config.disk_type" {
    value = "pd-balanced"
    why   = "pd-balanced, the default of GKE since 1.24"
  }
  assume "node_config.boot_disk" {
    why = "not configured"
  }
  assume "node_config.guest_accelerator" {
    why = "not configured: none"
  }
  assume "node_config.local_ssd_count" {
    value = 0
    why   = "not configured: none"
  }
  assume "node_config.image_type" {
    why = "Container-Optimized OS, without a licence fee"
  }
  assume "node_pool.node_count" {
    why = "not configured: the autoscaler's minimum, or the initial count"
  }
  assume "node_pool.initial_node_count" {
    why = "not configured"
  }
  assume "node_pool.node_locations" {
    why = "the cluster's zones"
  }
  assume "node_pool.node_config" {
    why = "not configured: e2-medium with 100 GB of pd-balanced, as GKE has it"
  }
  assume "node_pool.node_config.machine_type" {
    value = "e2-medium"
    why   = "e2-medium, the default of GKE"
  }
  assume "node_pool.node_config.disk_size_gb" {
    value = 100
    why   = "100 GB, the default of GKE"
  }
  assume "node_pool.node_config.disk_type" {
    value = "pd-balanced"
    why   = "pd-balanced, the default of GKE since 1.24"
  }
  assume "node_pool.node_config.boot_disk" {
    why = "not configured"
  }
  assume "node_pool.node_config.guest_accelerator" {
    why = "not configured: none"
  }
  assume "node_pool.node_config.local_ssd_count" {
    value = 0
    why   = "not configured: none"
  }
  assume "node_pool.node_config.image_type" {
    why = "Container-Optimized OS, without a licence fee"
  }

  usage "nodes" {
    unit        = "nodes"
    default     = null
    description = "how many nodes of the default pool run on average, where that is not the configured count"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the cluster exists, where that is not all 730"
  }
  usage "autopilot_vcpu_count" {
    unit        = "vCPUs"
    description = "vCPUs the pods of an Autopilot cluster ask for, on average"
  }
  usage "autopilot_memory_gb" {
    unit        = "GB"
    description = "memory the pods of an Autopilot cluster ask for, on average"
  }
  usage "autopilot_ephemeral_storage_gb" {
    unit        = "GB"
    description = "ephemeral storage the pods of an Autopilot cluster ask for, on average"
  }

  let {
    hours     = coalesce(usage.monthly_hrs, hours)
    autopilot = coalesce(self.enable_autopilot, false)
    pools     = first(let.autopilot ? null : self.node_pool, [])
    default   = !let.autopilot && !coalesce(self.remove_default_node_pool, false) && length(let.pools) == 0

    # Zones of a pool that does not name its own.
    regional = length(split("-", self.location)) == 2
    others   = first(self.node_locations, [])
    zones    = let.regional ? (length(let.others) > 0 ? length(let.others) : 3) : 1 + length(let.others)
  }

  cost "cluster management fee" {
    quantity = let.hours
    unit     = "hour"
    price    = "gke/cluster-management-fee"
  }

  cost "Autopilot vCPU" {
    when     = let.autopilot
    quantity = usage.autopilot_vcpu_count * let.hours
    unit     = "vCPU-hour"
    price    = "gke/autopilot/vcpu"
  }

  cost "Autopilot memory" {
    when     = let.autopilot
    quantity = usage.autopilot_memory_gb * let.hours
    unit     = "GiB-hour"
    price    = "gke/autopilot/memory"
  }

  cost "Autopilot ephemeral storage" {
    when     = let.autopilot
    quantity = usage.autopilot_ephemeral_storage_gb
    unit     = "GiB-month"
    price    = "gke/autopilot/ephemeral-storage"
  }

  part "default pool" {
    card = "google_container_node_pool"
    when = let.default
    given = {
      location       = self.location
      node_count     = self.initial_node_count
      node_locations = range(let.zones)
      node_config    = self.node_config
    }
    usage = { nodes = usage.nodes, monthly_hrs = usage.monthly_hrs }
  }

  part "pool" {
    card     = "google_container_node_pool"
    for_each = let.pools
    given = {
      location           = self.location
      node_count         = get(each.value, "node_count")
      initial_node_count = get(each.value, "initial_node_count")
      autoscaling        = get(each.value, "autoscaling")
      node_locations     = first(length(get(each.value, "node_locations", [])) > 0 ? get(each.value, "node_locations") : null, range(let.zones))
      node_config        = get(each.value, "node_config")
    }
    usage = { monthly_hrs = usage.monthly_hrs }
  }

  uses "Autopilot pods" {
    when       = let.autopilot
    vcpu       = usage.autopilot_vcpu_count
    memory_gib = usage.autopilot_memory_gb
    vcpu_hours = let.hours
  }

  example "regional, with pools of their own" {
    given   = { location = "us-central1", initial_node_count = 1, remove_default_node_pool = true, node_pool = unknown, node_config = unknown, node_locations = unknown, enable_autopilot = null }
    omitted = ["node_pool", "node_config", "node_locations"]
    want    = { "cluster management fee" = 730 }
    status  = "priced"
    monthly = "73.00"
    prices  = { "gke/cluster-management-fee" = 0.1 }
    source  = "cloud.google.com/kubernetes-engine/pricing, us-central1, 2026-09"
  }

  example "zonal, with a default pool of three" {
    given = {
      location           = "us-central1-a"
      initial_node_count = 3
      node_pool          = unknown
      node_config        = [{ machine_type = "e2-standard-4", disk_size_gb = 50, disk_type = "pd-standard", guest_accelerator = unknown, boot_disk = unknown, local_ssd_count = unknown, image_type = unknown }]
    }
    omitted = ["node_pool", "node_config.guest_accelerator", "node_config.boot_disk", "node_config.local_ssd_count", "node_config.image_type"]
    want    = { "cluster management fee" = 730, "default pool: node: instance" = 2190, "default pool: node: boot disk: storage" = 150 }
    status  = "priced"
    monthly = "372.5100196"
    prices  = { "gke/cluster-management-fee" = 0.1, "compute/e2-standard-4/on-demand" = 0.13402284, "disk/pd-standard/capacity" = 0.04 }
    source  = "cloud.google.com/kubernetes-engine/pricing, /compute/all-pricing and /compute/disks-image-pricing, us-central1, 2026-09"
  }

  example "regional: three zones of the default pool" {
    given = { location = "us-central1", initial_node_count = 2 }
    want  = { "cluster management fee" = 730, "default pool: node: instance" = 4380, "default pool: node: boot disk: storage" = 600 }
  }

  example "a zone more than its own" {
    given = { location = "us-central1-a", node_locations = ["us-central1-b"], initial_node_count = 1 }
    want  = { "cluster management fee" = 730, "default pool: node: instance" = 1460, "default pool: node: boot disk: storage" = 200 }
  }

  example "pools written inside, in two zones" {
    given = {
      location       = "us-central1"
      node_locations = ["us-central1-a", "us-central1-b"]
      node_pool = [
        { node_count = 2, node_locations = null, node_config = [{ machine_type = "e2-standard-2", disk_size_gb = 20, disk_type = "pd-ssd" }] },
        { autoscaling = [{ min_node_count = 1, max_node_count = 3 }], node_count = unknown, node_locations = ["us-central1-a"], node_config = [{ machine_type = "n2-standard-4", preemptible = true }] },
      ]
    }
    omitted = ["node_pool.node_count"]
    want = {
      "cluster management fee"           = 730
      "pool 0: node: instance"           = 2920
      "pool 0: node: boot disk: storage" = 80
      "pool 1: node: instance"           = 730
      "pool 1: node: boot disk: storage" = 100
    }
  }

  example "Autopilot, use not given" {
    given   = { location = "us-central1", enable_autopilot = true, node_pool = unknown, node_config = unknown }
    omitted = ["node_pool", "node_config"]
    want    = { "cluster management fee" = 730 }
    unused  = ["Autopilot vCPU", "Autopilot memory", "Autopilot ephemeral storage"]
    status  = "partial"
  }

  example "Autopilot in use" {
    given   = { location = "us-central1", enable_autopilot = true }
    usage   = { autopilot_vcpu_count = 10, autopilot_memory_gb = 40, autopilot_ephemeral_storage_gb = 100 }
    want    = { "cluster management fee" = 730, "Autopilot vCPU" = 7300, "Autopilot memory" = 29200, "Autopilot ephemeral storage" = 100 }
  }

  example "location known only after apply" {
    given  = { location = unknown, initial_node_count = 1 }
    want   = { "cluster management fee" = 730 }
    gaps   = ["default pool: node"]
    status = "partial"
  }
}
