# A machine made from an instance template: billed as google_compute_instance,
# with the template's type, disks and accelerators, but for the type where the
# machine says one itself. Disks that it overrides one by one are not
# followed.
resource "google_compute_instance_from_template" {
  assume "machine_type" {
    why = "the template's"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }

  ref "template" {
    path  = "source_instance_template"
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

  let {
    type = first(self.machine_type, get(refs.template, "machine_type"))
  }

  part "" {
    card = "google_compute_instance_group_manager"
    given = {
      target_size = 1
      template = refs.template == null ? null : {
        machine_type      = let.type
        scheduling        = get(refs.template, "scheduling")
        guest_accelerator = get(refs.template, "guest_accelerator")
        network_interface = get(refs.template, "network_interface")
        disk              = get(refs.template, "disk")
      }
    }
    usage = { monthly_hrs = usage.monthly_hrs }
  }

  example "of e2-standard-2" {
    given   = { source_instance_template = unknown, machine_type = unknown }
    refs    = { template = { machine_type = "e2-standard-2", scheduling = [], guest_accelerator = [], disk = [{ source_image = "debian-cloud/debian-12", disk_size_gb = 30, disk_type = "pd-ssd", type = "PERSISTENT", source = null, boot = true }] } }
    want    = { "machine: instance" = 730, "machine: boot disk: storage" = 30 }
    omitted = ["machine_type"]
    status  = "priced"
    monthly = "54.0183366"
    prices  = { "compute/e2-standard-2/on-demand" = 0.06701142, "disk/pd-ssd/capacity" = 0.17 }
    source  = "cloud.google.com/compute/all-pricing and /compute/disks-image-pricing, us-central1, 2026-07"
  }

  example "with a type of its own" {
    given = { source_instance_template = unknown, machine_type = "e2-standard-4" }
    refs  = { template = { machine_type = "e2-standard-2", scheduling = [], guest_accelerator = [], disk = [{ disk_size_gb = 10, disk_type = "pd-standard", type = "PERSISTENT" }] } }
    usage = { monthly_hrs = 100 }
    want  = { "machine: instance" = 100, "machine: boot disk: storage" = 10 }
  }

  example "type known only after apply" {
    given  = { source_instance_template = unknown, machine_type = unknown }
    refs   = { template = { machine_type = "e2-standard-2", scheduling = [], guest_accelerator = [], disk = [{ disk_size_gb = 10, disk_type = "pd-standard", type = "PERSISTENT" }] } }
    want   = { "machine: boot disk: storage" = 10 }
    gaps   = ["machine: instance"]
    status = "partial"
  }
}
