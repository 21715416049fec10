# A Dataproc cluster: its machines and their disks as Compute Engine bills
# them, and a fee on each vCPU by the hour on top. A master and two workers
# where nothing else is said; secondary workers are preemptible and of the
# workers' type. Local SSDs and accelerators of the machines are left out.
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

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  let {
    master_type     = get(self.cluster_config, "master_config.machine_type")
    worker_type     = get(self.cluster_config, "worker_config.machine_type")
    secondary_type  = let.worker_type
    master_count    = get(self.cluster_config, "master_config.num_instances", 1)
    worker_count    = get(self.cluster_config, "worker_config.num_instances", 2)
    secondary_count = get(self.cluster_config, "preemptible_worker_config.num_instances", 0)
    vcpus           = machine(let.master_type).vcpu * let.master_count + (let.worker_count + let.secondary_count == 0 ? 0 : machine(let.worker_type).vcpu * (let.worker_count + let.secondary_count))
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
      boot_disk         = [{ initialize_params = [{ type = get(self.cluster_config, "master_config.disk_config.boot_disk_type", "pd-standard"), size = get(self.cluster_config, "master_config.disk_config.boot_disk_size_gb") }] }]
      guest_accelerator = []
    }
    usage = { monthly_hrs = usage.monthly_hrs }
  }

  part "worker" {
    card  = "google_compute_instance"
    count = let.worker_count
    given = {
      machine_type      = let.worker_type
      scheduling        = [{ preemptible = false }]
      boot_disk         = [{ initialize_params = [{ type = get(self.cluster_config, "worker_config.disk_config.boot_disk_type", "pd-standard"), size = get(self.cluster_config, "worker_config.disk_config.boot_disk_size_gb") }] }]
      guest_accelerator = []
    }
    usage = { monthly_hrs = usage.monthly_hrs }
  }

  part "secondary worker" {
    card  = "google_compute_instance"
    when  = let.secondary_count > 0
    count = let.secondary_count
    given = {
      machine_type      = let.secondary_type
      scheduling        = [{ preemptible = true }]
      boot_disk         = [{ initialize_params = [{ type = get(self.cluster_config, "worker_config.disk_config.boot_disk_type", "pd-standard"), size = get(self.cluster_config, "worker_config.disk_config.boot_disk_size_gb") }] }]
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

  example "machines known only after apply" {
    given = { cluster_config = [{ master_config = [{ num_instances = 1, machine_type = unknown, disk_config = [{ boot_disk_type = "pd-standard", boot_disk_size_gb = 100 }] }], worker_config = [{ num_instances = 0, machine_type = unknown, disk_config = [{ boot_disk_type = "pd-standard", boot_disk_size_gb = 100 }] }], preemptible_worker_config = [] }] }
    want  = { "master: boot disk: storage" = 100 }
    gaps  = ["Dataproc", "master: instance", "worker: instance"]
  }
}
