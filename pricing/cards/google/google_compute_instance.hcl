# A Compute Engine machine: hours of its type, or of vCPUs and memory for a
# custom type, its accelerators, local SSDs, boot disk, operating system licence
# and external addresses.
#
# The catalogue's on-demand prices are list prices. Google takes a discount for
# sustained use off them by itself, for n1, f1, g1, m1 and m2 up to 30 %, for n2,
# n2d and c2 up to 20 %, growing with each quarter of the month the machine
# runs; the line's name says how much. e2, n4, c3, t2d and the others, spot
# machines, licences and disks get none. Custom types cost 5 % more a vCPU and
# GiB than predefined ones, except in e2. Memory beyond a family's limit per
# vCPU (-ext) has a price of its own, which is not in the catalogue.
#
# Disks in attached_disk and a boot disk from source are resources of their own
# and billed there; static addresses are billed by google_compute_address. On
# sole-tenant nodes the node is billed instead of the machine. A machine that is
# stopped pays for its disks alone.
resource "google_compute_instance" {
  assume "scheduling" {
    why = "not configured: neither spot nor preemptible"
  }
  assume "scheduling.provisioning_model" {
    why = "STANDARD, the default of the API"
  }
  assume "guest_accelerator" {
    why = "not configured: none but those the type has"
  }
  assume "boot_disk.initialize_params" {
    why = "not configured: the boot disk exists already"
  }
  assume "boot_disk.initialize_params.type" {
    value = "pd-standard"
    why   = "pd-standard, the default of the API"
  }
  assume "boot_disk.initialize_params.size" {
    why = "the image's size: 50 GB for Windows, 20 GB for RHEL, else taken as 10 GB"
  }
  assume "boot_disk.initialize_params.provisioned_iops" {
    why = "what the kind includes"
  }
  assume "boot_disk.initialize_params.provisioned_throughput" {
    why = "what the kind includes"
  }

  ref "address" {
    path  = "network_interface.access_config.nat_ip"
    types = ["google_compute_address"]
  }

  ref "boot_disk" {
    path  = "boot_disk.source"
    types = ["google_compute_disk", "google_compute_region_disk"]
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }

  let {
    # A whole URL may stand for the type.
    type  = regex("[^/]+$", lower(self.machine_type))
    hours = coalesce(usage.monthly_hrs, hours)

    # [family or null, vCPUs or shared size, MiB, "-ext" or null]
    parts = regexall("^(?:([a-z0-9]+)-)?custom-([a-z0-9]+)-([0-9]+)(-ext)?$", let.type)
    # A type that is not known yet is one gap, not one of each piece.
    custom  = known(length(let.parts) > 0, false)
    family  = let.custom ? coalesce(let.parts[0][0], "n1") : split("-", let.type)[0]
    shared  = { micro = 0.25, small = 0.5, medium = 1 }
    vcpu    = let.custom ? lookup(let.shared, let.parts[0][1], 0) > 0 ? let.shared[let.parts[0][1]] : tonumber(let.parts[0][1]) : 0
    memory  = let.custom ? tonumber(let.parts[0][2]) / 1024 : 0
    limit   = let.vcpu * (let.family == "n1" ? 6.5 : 8)
    beyond  = let.custom && endswith(let.type, "-ext") ? max(0, let.memory - let.limit) : 0
    premium = let.family == "e2" ? 1 : 1.05

    model  = upper(coalesce(get(self.scheduling, "provisioning_model"), "STANDARD"))
    spot   = let.model == "SPOT" || get(self.scheduling, "preemptible", false)
    option = let.spot ? "spot" : let.model == "STANDARD" ? "on-demand" : lower(replace(let.model, "_", "-"))

    # Quarters of the month that are run, and what of them is paid.
    quarter   = hours / 4
    quarters  = [for n in [0, 1, 2, 3] : max(0, min(let.quarter, let.hours - n * let.quarter))]
    share30   = let.hours <= 0 ? 1 : (let.quarters[0] + 0.8 * let.quarters[1] + 0.6 * let.quarters[2] + 0.4 * let.quarters[3]) / let.hours
    share20   = let.hours <= 0 ? 1 : (15 * let.quarters[0] + 13 * let.quarters[1] + 11 * let.quarters[2] + 9 * let.quarters[3]) / 15 / let.hours
    eligible  = !let.spot && let.option == "on-demand"
    sustained = committed || !let.eligible ? 1 : contains(["n1", "f1", "g1", "m1", "m2"], let.family) ? let.share30 : contains(["n2", "n2d", "c2"], let.family) ? let.share20 : 1
    percent   = floor((1 - let.sustained) * 100 + 0.5)
    discount  = let.percent > 0 ? " (-${let.percent} % sustained use)" : ""
    # Accelerators on n1 take part with 30 %.
    gpu_percent  = !let.eligible ? 0 : floor((1 - let.share30) * 100 + 0.5)
    gpu_discount = let.gpu_percent > 0 ? " (-${let.gpu_percent} % sustained use)" : ""

    runs = !contains(["TERMINATED", "SUSPENDED"], upper(coalesce(self.desired_status, "RUNNING"))) && length(get(self.scheduling, "node_affinities", [])) == 0

    # Types of other families come with their accelerators and local disks.
    accelerators = first(known(let.family, "n1") == "n1" ? self.guest_accelerator : null, [])
    bundled_ssd  = known(endswith(let.type, "lssd") || startswith(let.type, "a2-ultragpu") || contains(["a3", "a4", "a4x", "z3", "x4"], let.family), false)
    scratch_gb   = let.bundled_ssd ? 0 : sum([for d in first(self.scratch_disk, []) : get(d, "size", 375)])
    ssd          = known(contains(["c4", "c4a", "c4d"], let.family), false) ? "local-ssd-${let.family}" : "local-ssd"

    image = lower(get(self.boot_disk, "initialize_params.image", ""))
    # What the public images have; a custom image may be larger.
    image_gb = length(regexall("windows", let.image)) > 0 ? 50 : length(regexall("rhel|rocky|centos", let.image)) > 0 ? 20 : 10
    os = [for o in [
      { name = "windows", like = "windows" },
      { name = "rhel-sap", like = "rhel-sap" },
      { name = "rhel", like = "rhel" },
      { name = "sles-sap", like = "sles-sap|suse-sap" },
      { name = "sles", like = "sles|suse-cloud" },
    ] : o.name if length(regexall(o.like, let.image)) > 0]

    access = flatten([for n in first(self.network_interface, []) : get(n, "access_config", [])])
  }

  cost "instance" {
    when     = let.runs && !let.custom
    name     = "instance${let.discount}"
    quantity = let.hours
    unit     = "hour"
    price    = "compute/${let.type}/${let.option}"
    factor   = let.sustained
  }

  cost "vCPUs" {
    when     = let.runs && let.custom
    name     = "vCPUs, custom${let.discount}"
    quantity = let.vcpu * let.hours
    unit     = "vCPU-hour"
    price    = "compute/${let.family}/core/${let.option}"
    factor   = let.premium * let.sustained
  }

  cost "memory" {
    when     = let.runs && let.custom
    name     = "memory, custom${let.discount}"
    quantity = (let.memory - let.beyond) * let.hours
    unit     = "GiB-hour"
    price    = "compute/${let.family}/ram/${let.option}"
    factor   = let.premium * let.sustained
  }

  cost "extended memory" {
    when     = let.runs && let.beyond > 0
    quantity = let.beyond * let.hours
    unit     = "GiB-hour"
    price    = "compute/${let.family}/ram-extended/${let.option}"
    factor   = let.sustained
  }

  cost "accelerator" {
    when     = let.runs
    for_each = let.accelerators
    name     = "accelerator ${each.value.type}${priced("compute/gpu/${each.value.type}/${let.option}") ? let.gpu_discount : ""}"
    quantity = let.accelerators[each.key].count * let.hours
    unit     = "hour"
    price    = "compute/gpu/${let.accelerators[each.key].type}/${let.option}"
    factor   = let.eligible ? let.share30 : 1
  }

  cost "local SSD" {
    when     = let.runs && let.scratch_gb > 0
    quantity = let.scratch_gb * let.hours / hours
    unit     = "GiB-month"
    price    = "disk/${let.ssd}/capacity${let.spot ? "/spot" : ""}"
  }

  cost "operating system licence" {
    when     = let.runs && length(let.os) > 0
    quantity = let.hours
    unit     = "hour"
    price    = "os-licence/${let.type}/${let.os[0]}"
  }

  cost "SQL Server licence" {
    when     = let.runs && length(regexall("windows-sql", let.image)) > 0
    quantity = let.hours
    unit     = "hour"
    price    = "os-licence/${let.type}/sql-server"
  }

  cost "external address" {
    when     = let.runs && length(let.access) > 0 && refs.address == null
    name     = "external address${let.spot ? " (half price on spot)" : ""}"
    quantity = length(let.access) * let.hours
    unit     = "hour"
    price    = "network/ip/vm"
    factor   = let.spot ? 0.5 : 1
  }

  part "boot disk" {
    card = "google_compute_disk"
    when = length(get(self.boot_disk, "initialize_params", [])) > 0 && refs.boot_disk == null
    given = {
      type                   = get(self.boot_disk, "initialize_params.type", "pd-standard")
      size                   = get(self.boot_disk, "initialize_params.size", let.image_gb)
      provisioned_iops       = get(self.boot_disk, "initialize_params.provisioned_iops")
      provisioned_throughput = get(self.boot_disk, "initialize_params.provisioned_throughput")
      replica_zones          = get(self.boot_disk, "initialize_params.replica_zones")
    }
  }

  uses "machine" {
    when       = let.runs && !let.custom
    machine    = let.type
    gpu        = length(let.accelerators) > 0 ? trimsuffix(trimprefix(trimprefix(let.accelerators[0].type, "nvidia-"), "tesla-"), "-vws") : ""
    gpus       = sum([for a in let.accelerators : a.count])
    vcpu_hours = let.hours
  }

  uses "custom machine" {
    when       = let.runs && let.custom
    vcpu       = let.vcpu
    memory_gib = let.memory
    gpu        = length(let.accelerators) > 0 ? trimsuffix(trimprefix(trimprefix(let.accelerators[0].type, "nvidia-"), "tesla-"), "-vws") : ""
    gpus       = sum([for a in let.accelerators : a.count])
    vcpu_hours = let.hours
  }

  # The machine tables know the local disks of types that come with them; those
  # added one by one are like any SSD.
  uses "local SSD" {
    when      = let.runs && let.scratch_gb > 0
    storage   = "disk"
    selector  = "pd-ssd"
    gigabytes = let.scratch_gb
  }

  example "Windows, disk left to the image" {
    given   = { machine_type = "e2-standard-2", boot_disk = [{ initialize_params = [{ image = "windows-cloud/windows-2022", size = unknown, type = "pd-ssd" }] }] }
    omitted = ["boot_disk.initialize_params.size"]
    want    = { instance = 730, "operating system licence" = 730, "boot disk: storage" = 50 }
    status  = "priced"
    monthly = "124.5783366" # 48.9183366 + 67.16 + 8.50
    prices  = { "compute/e2-standard-2/on-demand" = 0.06701142, "os-licence/e2-standard-2/windows" = 0.092, "disk/pd-ssd/capacity" = 0.17 }
    source  = "cloud.google.com/compute/all-pricing, /compute/disks-image-pricing and /compute/docs/images/os-details, us-central1, 2026-07"
  }

  example "n2-standard-4 with 100 GB of pd-balanced" {
    given   = { machine_type = "n2-standard-4", boot_disk = [{ initialize_params = [{ image = "debian-cloud/debian-12", size = 100, type = "pd-balanced" }] }] }
    want    = { "instance (-20 % sustained use)" = 730, "boot disk: storage" = 100 }
    status  = "priced"
    monthly = "123.433824"
    prices  = { "compute/n2-standard-4/on-demand" = 0.194236, "disk/pd-balanced/capacity" = 0.1 }
    source  = "cloud.google.com/compute/all-pricing and /compute/docs/sustained-use-discounts, us-central1, 2026-07"
  }

  example "e2 gets no discount, and the rest is left to the provider" {
    given   = { machine_type = "e2-medium", scheduling = unknown, guest_accelerator = unknown, boot_disk = [{ initialize_params = [{ image = "debian-cloud/debian-12", size = unknown, type = unknown }], source = unknown }] }
    omitted = ["scheduling", "guest_accelerator", "boot_disk.initialize_params.size", "boot_disk.initialize_params.type"]
    want    = { instance = 730, "boot disk: storage" = 10 }
    status  = "priced"
    monthly = "24.8591683"
    prices  = { "compute/e2-medium/on-demand" = 0.03350571, "disk/pd-standard/capacity" = 0.04 }
    source  = "cloud.google.com/compute/all-pricing, us-central1, 2026-07"
  }

  example "half a month of n1 earns a third of the discount" {
    given   = { machine_type = "zones/us-central1-a/machineTypes/n1-standard-2" }
    usage   = { monthly_hrs = 365 }
    want    = { "instance (-10 % sustained use)" = 365 }
    monthly = "31.20733575"
    prices  = { "compute/n1-standard-2/on-demand" = 0.0949995 }
    source  = "cloud.google.com/compute/all-pricing and /compute/docs/sustained-use-discounts, us-central1, 2026-07"
  }

  example "custom: 5 % more a vCPU and GiB, less the discount" {
    given   = { machine_type = "n2-custom-6-20480" }
    want    = { "vCPUs, custom (-20 % sustained use)" = 4380, "memory, custom (-20 % sustained use)" = 14600 }
    monthly = "168.2657592"
    prices  = { "compute/n2/core/on-demand" = 0.031611, "compute/n2/ram/on-demand" = 0.004237 }
    source  = "cloud.google.com/compute/all-pricing, us-central1, 2026-07"
  }

  example "custom of n1 has no family in its name" {
    given = { machine_type = "custom-4-16384" }
    want  = { "vCPUs, custom (-30 % sustained use)" = 2920, "memory, custom (-30 % sustained use)" = 11680 }
  }

  example "custom and shared core in e2: no surcharge" {
    given   = { machine_type = "e2-custom-micro-1024" }
    want    = { "vCPUs, custom" = 182.5, "memory, custom" = 730 }
    monthly = "6.114792075"
    prices  = { "compute/e2/core/on-demand" = 0.02181159, "compute/e2/ram/on-demand" = 0.00292353 }
    source  = "cloud.google.com/compute/all-pricing, us-central1, 2026-07"
  }

  example "extended memory has a price of its own" {
    given  = { machine_type = "n2-custom-2-32768-ext" }
    want   = { "vCPUs, custom (-20 % sustained use)" = 1460, "memory, custom (-20 % sustained use)" = 11680 }
    gaps   = ["extended memory"]
    status = "partial"
  }

  example "spot, with an address while it runs" {
    given = {
      machine_type      = "n2-standard-8"
      scheduling        = [{ preemptible = true, provisioning_model = "SPOT" }]
      network_interface = [{ access_config = [{ nat_ip = unknown }] }]
      boot_disk         = [{ initialize_params = [{ size = 50, type = unknown }] }]
    }
    omitted = ["boot_disk.initialize_params.type", "network_interface.access_config.nat_ip"]
    want    = { instance = 730, "external address (half price on spot)" = 730, "boot disk: storage" = 50 }
    monthly = "138.3202"
    prices  = { "compute/n2-standard-8/spot" = 0.18424, "network/ip/vm" = 0.005, "disk/pd-standard/capacity" = 0.04 }
    source  = "cloud.google.com/compute/all-pricing and /vpc/network-pricing, us-central1, 2026-07"
  }

  example "a static address is billed by itself" {
    given = { machine_type = "e2-small", network_interface = [{ access_config = [{ nat_ip = unknown }] }] }
    refs  = { address = { name = "machine" } }
    want  = { instance = 730 }
  }

  example "an accelerator, two local SSDs and a boot disk that exists" {
    given = {
      machine_type      = "n1-standard-8"
      guest_accelerator = [{ type = "nvidia-tesla-t4", count = 1 }]
      scratch_disk      = [{ interface = "NVME", size = 375 }, { interface = "NVME", size = 375 }]
      boot_disk         = [{ initialize_params = unknown, source = "disk" }]
      scheduling        = [{ preemptible = false, provisioning_model = unknown, on_host_maintenance = "TERMINATE" }]
    }
    omitted = ["boot_disk.initialize_params", "scheduling.provisioning_model"]
    want    = { "instance (-30 % sustained use)" = 730, "accelerator nvidia-tesla-t4 (-30 % sustained use)" = 730, "local SSD" = 750 }
    status  = "priced"
    monthly = "433.028978"
    prices  = { "compute/n1-standard-8/on-demand" = 0.379998, "compute/gpu/nvidia-tesla-t4/on-demand" = 0.35, "disk/local-ssd/capacity" = 0.08 }
    source  = "cloud.google.com/compute/all-pricing and /compute/gpus-pricing, us-central1, 2026-07"
  }

  example "an accelerator without a price in its region" {
    region = "europe-west4"
    given  = { machine_type = "n1-standard-4", guest_accelerator = [{ type = "nvidia-tesla-t4", count = 2 }] }
    want   = { "instance (-30 % sustained use)" = 730 }
    gaps   = ["accelerator nvidia-tesla-t4"]
    status = "partial"
  }

  # Once it exists the provider shows its size here, too.
  example "a boot disk that is a resource of its own" {
    given = { machine_type = "e2-small", boot_disk = [{ source = "disk", initialize_params = [{ size = 20, type = "pd-ssd" }] }] }
    refs  = { boot_disk = { size = 20 } }
    want  = { instance = 730 }
  }

  example "Windows" {
    given = { machine_type = "n2-standard-2", boot_disk = [{ initialize_params = [{ image = "windows-cloud/windows-2022", size = 50, type = "pd-ssd" }] }] }
    want  = { "instance (-20 % sustained use)" = 730, "operating system licence" = 730, "boot disk: storage" = 50 }
  }

  example "types with accelerators and disks of their own" {
    given = { machine_type = "g2-standard-4", guest_accelerator = [{ type = "nvidia-l4", count = 1 }], scratch_disk = [] }
    want  = { instance = 730 }
  }

  example "stopped" {
    given  = { machine_type = "n2-standard-4", desired_status = "TERMINATED", boot_disk = [{ initialize_params = [{ size = 20, type = "pd-ssd" }] }] }
    want   = { "boot disk: storage" = 20 }
    status = "priced"
  }

  example "type known only after apply" {
    given  = { machine_type = unknown, boot_disk = [{ initialize_params = [{ size = 20, type = "pd-ssd" }] }] }
    want   = { "boot disk: storage" = 20 }
    gaps   = ["instance"]
    status = "partial"
  }
}
