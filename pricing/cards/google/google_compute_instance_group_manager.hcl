# A managed instance group: its machines and their disks, as many as its target
# size, or between the bounds of an autoscaler that points to it. The group
# itself is free; what a machine is comes from the instance template of its
# first version.
#
# Money takes what is sure to run, the autoscaler's minimum, and shows the range
# up to its maximum. A group without a size and without an autoscaler is empty.
resource "google_compute_instance_group_manager" {
  assume "target_size" {
    value = null
    why   = "not configured: what an autoscaler asks for, else empty"
  }

  ref "template" {
    path  = "version.instance_template"
    types = ["google_compute_instance_template", "google_compute_region_instance_template"]
    assume "scheduling" {
      why = "not configured: neither spot nor preemptible"
    }
    assume "scheduling.provisioning_model" {
      why = "STANDARD, the default of the API"
    }
    assume "guest_accelerator" {
      why = "not configured: none"
    }
    assume "disk.type" {
      value = "PERSISTENT"
      why   = "a persistent disk, the default of the API"
    }
    assume "disk.disk_type" {
      value = "pd-standard"
      why   = "pd-standard, the default of the API"
    }
    assume "disk.disk_size_gb" {
      value = 10
      why   = "the image's size, taken as 10 GB"
    }
    assume "disk.provisioned_iops" {
      why = "what the kind includes"
    }
    assume "disk.provisioned_throughput" {
      why = "what the kind includes"
    }
    assume "disk.boot" {
      why = "not configured: the first disk is the boot disk"
    }
  }

  ref "autoscaler" {
    by = ["google_compute_autoscaler", "google_compute_region_autoscaler"]
  }

  usage "instances" {
    unit        = "instances"
    default     = null
    description = "how many run on average, where that is not the target size"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the group runs, where that is not all 730"
  }

  let {
    # The regional group hands over what it found; it has no attributes of these
    # names, nor has this one.
    template   = first(self.template, refs.template)
    # Not known where the template is out of sight: one gap, not one of each piece.
    in_sight   = let.template == null || let.template != null
    autoscaler = first(self.autoscaler, refs.autoscaler)
    scaled     = let.autoscaler != null && upper(get(let.autoscaler, "autoscaling_policy.mode", "ON")) != "OFF"
    lowest     = let.scaled ? get(let.autoscaler, "autoscaling_policy.min_replicas", 0) : null
    highest    = let.scaled ? get(let.autoscaler, "autoscaling_policy.max_replicas", 0) : null
    # A size of its own holds until the autoscaler changes it.
    size = let.scaled ? max(let.lowest, min(let.highest, coalesce(self.target_size, let.lowest))) : coalesce(self.target_size, 0)

    count = coalesce(usage.instances, let.size)
    fixed = usage.instances != null || !let.scaled

    disks      = get(let.template, "disk", [])
    persistent = [for d in let.disks : d if upper(get(d, "type", "PERSISTENT")) != "SCRATCH" && get(d, "source") == null]
    scratch    = [for d in let.disks : { size = get(d, "disk_size_gb", 375) } if upper(get(d, "type", "PERSISTENT")) == "SCRATCH"]
  }

  part "machine" {
    card = "google_compute_instance"
    when = let.in_sight
    given = {
      machine_type      = get(let.template, "machine_type")
      scheduling        = get(let.template, "scheduling")
      guest_accelerator = get(let.template, "guest_accelerator")
      scratch_disk      = let.scratch
      network_interface = get(let.template, "network_interface")
      # The image says whether a licence is due; its disk is counted below.
      boot_disk = length(let.persistent) > 0 ? [{ initialize_params = [{
        image                  = get(let.persistent[0], "source_image")
        type                   = get(let.persistent[0], "disk_type", "pd-standard")
        size                   = get(let.persistent[0], "disk_size_gb", 10)
        provisioned_iops       = get(let.persistent[0], "provisioned_iops")
        provisioned_throughput = get(let.persistent[0], "provisioned_throughput")
      }] }] : null
    }
    usage = { monthly_hrs = usage.monthly_hrs }
    count = let.count
    low   = let.fixed ? let.count : let.lowest
    high  = let.fixed ? let.count : let.highest
  }

  part "disk" {
    card     = "google_compute_disk"
    for_each = [for n, d in let.persistent : d if n > 0]
    given = {
      type                   = get(each.value, "disk_type", "pd-standard")
      size                   = get(each.value, "disk_size_gb")
      provisioned_iops       = get(each.value, "provisioned_iops")
      provisioned_throughput = get(each.value, "provisioned_throughput")
    }
    count = let.count
    low   = let.fixed ? let.count : let.lowest
    high  = let.fixed ? let.count : let.highest
  }

  example "four of e2-standard-2" {
    given = { target_size = 4, version = [{ instance_template = unknown }] }
    refs = { template = {
      machine_type      = "e2-standard-2"
      scheduling        = unknown
      guest_accelerator = []
      disk              = [{ source_image = "debian-cloud/debian-12", disk_size_gb = 30, disk_type = "pd-ssd", type = unknown, source = null, boot = unknown }]
    } }
    omitted = ["template.scheduling", "template.disk.type", "template.disk.boot"]
    want    = { "machine: instance" = 2920, "machine: boot disk: storage" = 120 }
    status  = "priced"
    monthly = "216.0733464"
    prices  = { "compute/e2-standard-2/on-demand" = 0.06701142, "disk/pd-ssd/capacity" = 0.17 }
    source  = "cloud.google.com/compute/all-pricing and /compute/disks-image-pricing, us-central1, 2026-07"
  }

  example "an autoscaler's minimum" {
    given   = { target_size = unknown, version = [{ instance_template = unknown }] }
    omitted = ["target_size"]
    refs = {
      template   = { machine_type = "n1-standard-1", scheduling = [{ preemptible = true }], disk = [{ disk_size_gb = 20, disk_type = "pd-standard" }, { disk_size_gb = 100, disk_type = "pd-ssd" }, { type = "SCRATCH", disk_size_gb = 375 }] }
      autoscaler = { autoscaling_policy = [{ min_replicas = 2, max_replicas = 10, mode = "ON" }] }
    }
    want = {
      "machine: instance"           = 1460
      "machine: local SSD"          = 750
      "machine: boot disk: storage" = 40
      "disk 0: storage"             = 200
    }
  }

  example "neither a size nor an autoscaler" {
    given   = { target_size = unknown }
    omitted = ["target_size"]
    refs    = { template = { machine_type = "n1-standard-1" } }
    want    = {}
    status  = "free"
  }

  example "how many run is known from use" {
    given = { target_size = 1 }
    refs = {
      template   = { machine_type = "e2-medium" }
      autoscaler = { autoscaling_policy = [{ min_replicas = 0, max_replicas = 10 }] }
    }
    usage = { instances = 2.5, monthly_hrs = 200 }
    want  = { "machine: instance" = 500 }
  }

  example "template out of sight" {
    given  = { target_size = 2 }
    refs   = { template = unknown }
    want   = {}
    gaps   = ["machine", "disk"]
    status = "gap"
  }
}
