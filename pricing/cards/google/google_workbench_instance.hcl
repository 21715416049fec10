# A Workbench instance: a machine with its disks as Compute Engine bills them,
# and a management fee of a fifth of the machine's list price as long as it
# runs, without discounts: that is what Google's price list comes to for n1,
# n2 and e2. Other families have no fee in the catalogue. A stopped instance
# pays for its disks.
resource "google_workbench_instance" {
  assume "gce_setup.boot_disk.disk_size_gb" {
    value = "150"
    why   = "150 GB, the default of the API"
  }
  assume "gce_setup.accelerator_configs" {
    value = []
    why   = "not configured: none"
  }
  assume "gce_setup.data_disks" {
    value = []
    why   = "not configured: none"
  }
  assume "desired_state" {
    value = "ACTIVE"
    why   = "ACTIVE, the default"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }

  let {
    type   = get(self.gce_setup, "machine_type")
    runs   = upper(coalesce(self.desired_state, "ACTIVE")) != "STOPPED"
    family = split("-", let.type)[0]
    data   = get(self.gce_setup, "data_disks", [])
    boot   = get(self.gce_setup, "boot_disk.disk_type")
  }

  cost "management" {
    when     = let.runs
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = contains(["n1", "n2", "e2"], let.family) ? "compute/${let.type}/on-demand" : null
    factor   = 0.2
    hint     = "the fee of this family is not known"
  }

  part "machine" {
    card = "google_compute_instance"
    given = {
      machine_type      = let.type
      desired_status    = let.runs ? "RUNNING" : "TERMINATED"
      guest_accelerator = [for a in get(self.gce_setup, "accelerator_configs", []) : { type = lower(replace(get(a, "type"), "_", "-")), count = tonumber(get(a, "core_count", 1)) }]
      boot_disk         = let.boot == null ? [] : [{ initialize_params = [{ type = lower(replace(coalesce(let.boot, ""), "_", "-")), size = tonumber(get(self.gce_setup, "boot_disk.disk_size_gb", 150)) }] }]
    }
    usage = { monthly_hrs = usage.monthly_hrs }
  }

  # Which kind a disk has that nobody describes is not documented.
  cost "disks left to the service" {
    when     = let.boot == null
    quantity = 1
    unit     = "month"
    price    = null
    hint     = "say boot_disk.disk_type: what kind of disk the service takes by itself is not documented"
  }

  part "data disk" {
    card     = "google_compute_disk"
    for_each = let.data
    given    = { type = lower(replace(get(each.value, "disk_type"), "_", "-")), size = tonumber(get(each.value, "disk_size_gb")) }
  }

  example "e2-standard-4 with a disk" {
    given   = { gce_setup = [{ machine_type = "e2-standard-4", boot_disk = [{ disk_type = "PD_BALANCED", disk_size_gb = unknown }], data_disks = [{ disk_type = "PD_SSD", disk_size_gb = "100" }], accelerator_configs = [] }], desired_state = "ACTIVE" }
    want    = { management = 730, "machine: instance" = 730, "machine: boot disk: storage" = 150, "data disk 0: storage" = 100 }
    omitted = ["gce_setup.boot_disk.disk_size_gb"]
    status  = "priced"
    monthly = "149.40400784"
    prices  = { "compute/e2-standard-4/on-demand" = 0.13402284, "disk/pd-balanced/capacity" = 0.1, "disk/pd-ssd/capacity" = 0.17 }
    source  = "cloud.google.com/vertex-ai/pricing, us-central1, 2026-08"
  }

  example "disks left to the service" {
    given   = { gce_setup = [{ machine_type = "e2-standard-4", boot_disk = [], data_disks = [], accelerator_configs = [] }] }
    want    = { management = 730, "machine: instance" = 730 }
    gaps    = ["disks left to the service"]
    status  = "partial"
    monthly = "117.40400784" # 1.2 x 730 x 0.13402284
    prices  = { "compute/e2-standard-4/on-demand" = 0.13402284 }
    source  = "cloud.google.com/vertex-ai/pricing, us-central1, 2026-08"
  }

  example "stopped" {
    given = { gce_setup = [{ machine_type = "e2-standard-4", boot_disk = [{ disk_type = "PD_STANDARD", disk_size_gb = "100" }], data_disks = [], accelerator_configs = [] }], desired_state = "STOPPED" }
    want  = { "machine: boot disk: storage" = 100 }
  }

  example "a family without a fee here" {
    given  = { gce_setup = [{ machine_type = "c3-standard-4", boot_disk = [{ disk_type = "PD_BALANCED", disk_size_gb = "100" }], data_disks = [], accelerator_configs = [] }], desired_state = "ACTIVE" }
    want   = { "machine: instance" = 730, "machine: boot disk: storage" = 100 }
    gaps   = ["management"]
    status = "partial"
  }

  example "machine known only after apply" {
    given  = { gce_setup = [{ machine_type = unknown, boot_disk = [{ disk_type = "PD_BALANCED", disk_size_gb = "100" }], data_disks = [], accelerator_configs = [] }], desired_state = "ACTIVE" }
    want   = { "machine: boot disk: storage" = 100 }
    gaps   = ["management", "machine: instance"]
    status = "partial"
  }
}
