# A GKE node pool: its nodes, which are Compute Engine machines with their boot
# disks, accelerators and local SSDs.
#
# Counts are per zone: a pool in a regional cluster has three zones unless
# node_locations says otherwise. total_min_node_count and total_max_node_count
# are for the whole pool. Between a minimum and a maximum, money takes what is
# sure to run and shows the range. Nodes with public addresses pay for those,
# too, which a plan does not show.
resource "google_container_node_pool" {
  assume "node_count" {
    why = "not configured: the autoscaler's minimum, or the initial count"
  }
  assume "initial_node_count" {
    why = "not configured"
  }
  assume "node_locations" {
    why = "the cluster's zones"
  }
  assume "location" {
    why = "the cluster's location"
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

  ref "cluster" {
    path  = "cluster"
    types = ["google_container_cluster"]
    assume "node_locations" {
      why = "three zones in a region, one in a zone"
    }
  }

  usage "nodes" {
    unit        = "nodes"
    default     = null
    description = "how many run on average in all zones, where that is not the configured count"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the nodes run, where that is not all 730"
  }

  let {
    location = known(self.location, get(refs.cluster, "location"))
    regional = length(split("-", let.location)) == 2
    # A regional cluster's own list is all its zones; a zonal one's are more of
    # them than its own. A cluster that is not in this input is taken to have
    # none, as most have.
    others = known(get(refs.cluster, "node_locations"), [])
    zones  = length(self.node_locations) > 0 ? length(self.node_locations) : let.regional ? (length(let.others) > 0 ? length(let.others) : 3) : 1 + length(let.others)

    scaling = self.autoscaling
    scaled  = length(let.scaling) > 0
    totals  = get(let.scaling, "total_max_node_count") != null || get(let.scaling, "total_min_node_count") != null
    lowest  = !let.scaled ? null : let.totals ? get(let.scaling, "total_min_node_count", 0) : get(let.scaling, "min_node_count", 0) * let.zones
    highest = !let.scaled ? null : let.totals ? get(let.scaling, "total_max_node_count", 0) : get(let.scaling, "max_node_count", 0) * let.zones

    each_zone = first(self.node_count, self.initial_node_count)
    said      = let.each_zone == null ? null : let.each_zone * let.zones
    # A count beside an autoscaler is where it starts; one that is hidden does
    # not hide the bounds.
    start = known(self.node_count, self.initial_node_count, 0) * let.zones
    size  = let.scaled ? max(let.lowest, min(let.highest, let.start)) : let.said
    count     = coalesce(usage.nodes, let.size)
    fixed     = usage.nodes != null || !let.scaled

    node = self.node_config
    disk = get(let.node, "boot_disk")
    spot = get(let.node, "spot", false) || get(let.node, "preemptible", false)
    # 375 GB each, whatever they are used for.
    local_ssds = sum([
      get(let.node, "local_ssd_count", 0),
      get(let.node, "ephemeral_storage_local_ssd_config.local_ssd_count", 0),
      get(let.node, "local_nvme_ssd_block_config.local_ssd_count", 0),
    ])
    windows = startswith(upper(coalesce(get(let.node, "image_type"), "COS")), "WINDOWS")
  }

  part "node" {
    card = "google_compute_instance"
    given = {
      machine_type      = get(let.node, "machine_type", "e2-medium")
      scheduling        = [{ preemptible = let.spot }]
      guest_accelerator = get(let.node, "guest_accelerator")
      scratch_disk      = [for n in range(let.local_ssds) : { size = 375 }]
      boot_disk = [{ initialize_params = [{
        image                  = let.windows ? "windows" : ""
        type                   = first(get(let.disk, "disk_type"), get(let.node, "disk_type"), "pd-balanced")
        size                   = first(get(let.disk, "size_gb"), get(let.node, "disk_size_gb"), 100)
        provisioned_iops       = get(let.disk, "provisioned_iops")
        provisioned_throughput = get(let.disk, "provisioned_throughput")
      }] }]
    }
    usage = { monthly_hrs = usage.monthly_hrs }
    count = let.count
    low   = let.fixed ? let.count : let.lowest
    high  = let.fixed ? let.count : let.highest
  }

  example "two a zone in a regional cluster" {
    given = {
      location           = "us-central1"
      node_count         = 2
      initial_node_count = unknown
      node_locations     = unknown
      autoscaling        = []
      node_config        = [{ machine_type = "e2-standard-4", disk_size_gb = 100, disk_type = "pd-balanced", spot = false, preemptible = false, guest_accelerator = unknown, boot_disk = unknown, local_ssd_count = unknown, image_type = unknown, ephemeral_storage_local_ssd_config = [], local_nvme_ssd_block_config = [] }]
    }
    refs    = { cluster = { location = "us-central1", node_locations = unknown } }
    omitted = ["initial_node_count", "node_locations", "cluster.node_locations", "node_config.guest_accelerator", "node_config.boot_disk", "node_config.local_ssd_count", "node_config.image_type"]
    want    = { "node: instance" = 4380, "node: boot disk: storage" = 600 }
    status  = "priced"
    monthly = "647.0200392"
    prices  = { "compute/e2-standard-4/on-demand" = 0.13402284, "disk/pd-balanced/capacity" = 0.1 }
    source  = "cloud.google.com/compute/all-pricing and /compute/disks-image-pricing, us-central1, 2026-07"
  }

  example "the cluster names two zones" {
    given = { location = "us-central1", node_count = 3, node_config = [{ machine_type = "e2-standard-2" }] }
    refs  = { cluster = { location = "us-central1", node_locations = ["us-central1-a", "us-central1-b"] } }
    want  = { "node: instance" = 4380, "node: boot disk: storage" = 600 }
  }

  example "one zone, all left to GKE" {
    given   = { location = unknown, node_count = 1, node_config = unknown, node_locations = unknown }
    omitted = ["location", "node_config", "node_locations"]
    refs    = { cluster = { location = "us-central1-a" } }
    want    = { "node: instance" = 730, "node: boot disk: storage" = 100 }
  }

  example "spot, one to five a zone" {
    given = { location = "us-central1", node_count = unknown, autoscaling = [{ min_node_count = 1, max_node_count = 5 }], node_config = [{ machine_type = "n2-standard-4", spot = true, disk_size_gb = 50, disk_type = "pd-ssd" }] }
    omitted = ["node_count"]
    want    = { "node: instance" = 2190, "node: boot disk: storage" = 150 }
  }

  example "two to nine in all zones" {
    given = { location = "us-central1", autoscaling = [{ total_min_node_count = 2, total_max_node_count = 9 }], node_config = [{ machine_type = "n2-standard-8" }] }
    want  = { "node: instance (-20 % sustained use)" = 1460, "node: boot disk: storage" = 200 }
  }

  example "a count that is hidden beside an autoscaler" {
    given = { location = "us-central1", node_count = unknown, autoscaling = [{ total_min_node_count = 1, total_max_node_count = 3 }], node_config = [{ machine_type = "e2-medium" }] }
    refs  = { cluster = unknown }
    want  = { "node: instance" = 730, "node: boot disk: storage" = 100 }
  }

  example "a cluster that is not in this input has three zones" {
    given = { location = "us-central1", node_count = 1, node_config = [{ machine_type = "e2-medium" }] }
    refs  = { cluster = unknown }
    want  = { "node: instance" = 2190, "node: boot disk: storage" = 300 }
  }

  example "local SSDs, an accelerator, Windows" {
    given = { location = "us-central1-a", node_count = 1, node_config = [{ machine_type = "n1-standard-4", image_type = "WINDOWS_LTSC_CONTAINERD", ephemeral_storage_local_ssd_config = [{ local_ssd_count = 2 }], guest_accelerator = [{ type = "nvidia-tesla-p4", count = 1 }] }] }
    want  = { "node: instance (-30 % sustained use)" = 730, "node: accelerator nvidia-tesla-p4 (-30 % sustained use)" = 730, "node: local SSD" = 750, "node: operating system licence" = 730, "node: boot disk: storage" = 100 }
  }

  example "no count at all" {
    given  = { location = "us-central1-a", node_config = [{ machine_type = "e2-medium" }] }
    want   = {}
    gaps   = ["node"]
    status = "gap"
  }

  example "zones known only after apply" {
    given  = { location = "us-central1", node_count = 2, node_locations = unknown, node_config = [{ machine_type = "e2-medium" }] }
    want   = {}
    gaps   = ["node"]
    status = "gap"
  }

  example "how many run is known from use" {
    given = { location = "us-central1", autoscaling = [{ min_node_count = 0, max_node_count = 5 }], node_config = [{ machine_type = "e2-medium" }] }
    usage = { nodes = 4 }
    want  = { "node: instance" = 2920, "node: boot disk: storage" = 400 }
  }
}
