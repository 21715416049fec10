# A Dataproc cluster: its machines and their disks as Compute Engine bills
# them, and a fee on each vCPU by the hour on top. A master and two workers
# where nothing else is said (no worker where the property
# dataproc:dataproc.allow.zero.workers says so); secondary workers are of the
# workers' type, and preemptible unless the cluster says otherwise. A boot disk
# has 500 GB where no size is said.
resource "google_dataproc_cluster" {
  assume "cluster_config.master_config.num_instances" {
    value = 1
    why   = "one, the default of the API"
  }
  assume "cluster_config.worker_config.num_instances" {
    value = 2
    why   = "two, the default of the API"
  }
  assume "cluster_config.preemptible_worker_config.num_instances" {
    value = 0
    why   = "none"
  }
  assume "cluster_config.master_config.disk_config.boot_disk_type" {
    value = "pd-standard"
    why   = "pd-standard, the default of the API"
  }
  assume "cluster_config.worker_config.disk_config.boot_disk_type" {
    value = "pd-standard"
    why   = "pd-standard, the default of the API"
  }
  assume "cluster_config.master_config.disk_config.boot_disk_size_gb" {
    value = 500
    why   = "500 GB, the default of the API"
  }
  assume "cluster_config.master_config.disk_config.num_local_ssds" {
    value = 0
    why   = "none, the default of the API"
  }
  assume "cluster_config.worker_config.disk_config.boot_disk_size_gb" {
    value = 500
    why   = "500 GB, the default of the API"
  }
  assume "cluster_config.worker_config.disk_config.num_local_ssds" {
    value = 0
    why   = "none, the default of the API"
  }
  assume "cluster_config.preemptible_worker_config.disk_config.boot_disk_size_gb" {
    why = "as the workers"
  }
  assume "cluster_config.preemptible_worker_config.disk_config.boot_disk_type" {
    why = "as the workers"
  }
  assume "cluster_config.preemptible_worker_config.disk_config.num_local_ssds" {
    why = "as the workers"
  }
  assume "cluster_config.master_config.accelerators" {
    value = []
    why   = "not configured: none"
  }
  assume "cluster_config.worker_config.accelerators" {
    value = []
    why   = "not configured: none"
  }
  assume "cluster_config.software_config.override_properties" {
    why = "not configured"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  let {
    config    = first(self.cluster_config, [])
    secondary = first(get(let.config, "preemptible_worker_config"), [])

    master_type     = get(let.config, "master_config.machine_type")
    worker_type     = get(let.config, "worker_config.machine_type")
    properties      = first(get(let.config, "software_config.override_properties"), {})
    single          = lower(tostring(lookup(let.properties, "dataproc:dataproc.allow.zero.workers", "false"))) == "true"
    master_count    = get(let.config, "master_config.num_instances", 1)
    worker_count    = get(let.config, "worker_config.num_instances", let.single ? 0 : 2)
    secondary_count = get(let.secondary, "num_instances", 0)
    spot            = upper(get(let.secondary, "preemptibility", "PREEMPTIBLE")) != "NON_PREEMPTIBLE"
    vcpus           = machine(let.master_type).vcpu * let.master_count + (let.worker_count + let.secondary_count == 0 ? 0 : machine(let.worker_type).vcpu * (let.worker_count + let.secondary_count))

    master_disk = {
      type = get(let.config, "master_config.disk_config.boot_disk_type", "pd-standard")
      size = get(let.config, "master_config.disk_config.boot_disk_size_gb", 500)
      ssds = get(let.config, "master_config.disk_config.num_local_ssds", 0)
    }
    worker_disk = {
      type = get(let.config, "worker_config.disk_config.boot_disk_type", "pd-standard")
      size = get(let.config, "worker_config.disk_config.boot_disk_size_gb", 500)
      ssds = get(let.config, "worker_config.disk_config.num_local_ssds", 0)
    }
    secondary_disk = {
      type = get(let.secondary, "disk_config.boot_disk_type", let.worker_disk.type)
      size = get(let.secondary, "disk_config.boot_disk_size_gb", let.worker_disk.size)
      ssds = get(let.secondary, "disk_config.num_local_ssds", 0)
    }
    # The type may be a whole URL.
    master_gpus = [for a in get(let.config, "master_config.accelerators", []) : { type = regex("[^/]+$", get(a, "accelerator_type")), count = get(a, "accelerator_count") }]
    worker_gpus = [for a in get(let.config, "worker_config.accelerators", []) : { type = regex("[^/]+$", get(a, "accelerator_type")), count = get(a, "accelerator_count") }]
  }

  cost "Dataproc" {
    quantity = let.vcpus * coalesce(usage.monthly_hrs, hours)
    unit     = "vCPU-hour"
    price    = "dataproc/cluster-fee"
  }

  part "master" {
    card  = "google_compute_instance"
    count = let.master_count
    given = {
      machine_type      = let.master_type
      scheduling        = [{ preemptible = false }]
      boot_disk         = [{ initialize_params = [{ type = let.master_disk.type, size = let.master_disk.size }] }]
      scratch_disk      = [for n in range(let.master_disk.ssds) : { size = 375 }]
      guest_accelerator = let.master_gpus
    }
    usage = { monthly_hrs = usage.monthly_hrs }
  }

  part "worker" {
    card  = "google_compute_instance"
    when  = let.worker_count > 0
    count = let.worker_count
    given = {
      machine_type      = let.worker_type
      scheduling        = [{ preemptible = false }]
      boot_disk         = [{ initialize_params = [{ type = let.worker_disk.type, size = let.worker_disk.size }] }]
      scratch_disk      = [for n in range(let.worker_disk.ssds) : { size = 375 }]
      guest_accelerator = let.worker_gpus
    }
    usage = { monthly_hrs = usage.monthly_hrs }
  }

  part "secondary worker" {
    card  = "google_compute_instance"
    when  = let.secondary_count > 0
    count = let.secondary_count
    given = {
      machine_type      = let.worker_type
      scheduling        = [{ preemptible = let.spot }]
      boot_disk         = [{ initialize_params = [{ type = let.secondary_disk.type, size = let.secondary_disk.size }] }]
      scratch_disk      = [for n in range(let.secondary_disk.ssds) : { size = 375 }]
      guest_accelerator = []
    }
    usage = { monthly_hrs = usage.monthly_hrs }
  }

  example "a master and two workers" {
    given   = { cluster_config = [{ master_config = [{ num_instances = 1, machine_type = "e2-standard-4", disk_config = [{ boot_disk_type = "pd-standard", boot_disk_size_gb = 100 }] }], worker_config = [{ num_instances = 2, machine_type = "e2-standard-4", disk_config = [{ boot_disk_type = "pd-standard", boot_disk_size_gb = 100 }] }], preemptible_worker_config = [] }] }
    want    = { Dataproc = 8760, "master: instance" = 730, "master: boot disk: storage" = 100, "worker: instance" = 1460, "worker: boot disk: storage" = 200 }
    monthly = "393.1100196"
    prices  = { "dataproc/cluster-fee" = 0.01, "compute/e2-standard-4/on-demand" = 0.13402284, "disk/pd-standard/capacity" = 0.04 }
    source  = "cloud.google.com/dataproc/pricing, us-central1, 2026-09"
  }

  example "disks left to the service, local SSDs, secondary workers" {
    given = { cluster_config = [{
      master_config             = [{ num_instances = 1, machine_type = "n1-standard-4", disk_config = [{ boot_disk_type = "pd-standard", boot_disk_size_gb = unknown, num_local_ssds = 1 }], accelerators = [] }]
      worker_config             = [{ num_instances = 2, machine_type = "n1-standard-4", disk_config = [] }]
      preemptible_worker_config = [{ num_instances = 2, preemptibility = "NON_PREEMPTIBLE", disk_config = [{ boot_disk_size_gb = 30 }] }]
    }] }
    omitted = ["cluster_config.master_config.disk_config.boot_disk_size_gb"]
    want = {
      "Dataproc"                                         = 14600
      "master: instance (-30 % sustained use)"           = 730
      "master: local SSD"                                = 375
      "master: boot disk: storage"                       = 500
      "worker: instance (-30 % sustained use)"           = 1460
      "worker: boot disk: storage"                       = 1000
      "secondary worker: instance (-30 % sustained use)" = 1460
      "secondary worker: boot disk: storage"             = 60
    }
  }

  example "a single node" {
    given   = { cluster_config = [{ master_config = [{ num_instances = 1, machine_type = "e2-standard-4", disk_config = [] }], software_config = [{ override_properties = { "dataproc:dataproc.allow.zero.workers" = "true" } }] }] }
    want    = { Dataproc = 2920, "master: instance" = 730, "master: boot disk: storage" = 500 }
    monthly = "147.0366732" # 29.20 + 97.8366732 + 20.00
    prices  = { "dataproc/cluster-fee" = 0.01, "compute/e2-standard-4/on-demand" = 0.13402284, "disk/pd-standard/capacity" = 0.04 }
    source  = "cloud.google.com/dataproc/pricing and /compute/all-pricing, us-central1, 2026-09; size of the disk: reference of the API, DiskConfig"
  }

  example "machines known only after apply" {
    given = { cluster_config = [{ master_config = [{ num_instances = 1, machine_type = unknown, disk_config = [{ boot_disk_type = "pd-standard", boot_disk_size_gb = 100 }] }], worker_config = [{ num_instances = 0, machine_type = unknown, disk_config = [{ boot_disk_type = "pd-standard", boot_disk_size_gb = 100 }] }], preemptible_worker_config = [] }] }
    want  = { "master: boot disk: storage" = 100 }
    gaps  = ["Dataproc", "master: instance"]
  }
}
