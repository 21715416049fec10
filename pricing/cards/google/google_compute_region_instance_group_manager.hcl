# A managed instance group spread over the zones of a region: its target size is
# for the whole region, so it is billed as google_compute_instance_group_manager
# is.
resource "google_compute_region_instance_group_manager" {
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

  part "" {
    card = "google_compute_instance_group_manager"
    given = {
      target_size = self.target_size
      template = refs.template == null ? null : {
        machine_type      = get(refs.template, "machine_type")
        scheduling        = get(refs.template, "scheduling")
        guest_accelerator = get(refs.template, "guest_accelerator")
        network_interface = get(refs.template, "network_interface")
        disk              = get(refs.template, "disk")
      }
      autoscaler = refs.autoscaler == null ? null : { autoscaling_policy = get(refs.autoscaler, "autoscaling_policy") }
    }
    usage = { instances = usage.instances, monthly_hrs = usage.monthly_hrs }
  }

  example "three to twelve of e2-standard-2" {
    given   = { target_size = unknown, version = [{ instance_template = unknown }] }
    omitted = ["target_size", "template.scheduling", "template.disk.type"]
    refs = {
      template   = { machine_type = "e2-standard-2", scheduling = unknown, guest_accelerator = [], disk = [{ disk_size_gb = 30, disk_type = "pd-ssd", type = unknown, source = null }] }
      autoscaler = { autoscaling_policy = [{ min_replicas = 3, max_replicas = 12, mode = "ON" }] }
    }
    want    = { "machine: instance" = 2190, "machine: boot disk: storage" = 90 }
    status  = "priced"
    monthly = "162.0550098"
    prices  = { "compute/e2-standard-2/on-demand" = 0.06701142, "disk/pd-ssd/capacity" = 0.17 }
    source  = "cloud.google.com/compute/all-pricing and /compute/disks-image-pricing, us-central1, 2026-07"
  }

  example "two of n1 with an accelerator each" {
    given = { target_size = 2 }
    refs  = { template = { machine_type = "n1-standard-16", guest_accelerator = [{ type = "nvidia-tesla-v100", count = 1 }], disk = [{ disk_size_gb = 100, disk_type = "pd-balanced" }] } }
    want  = { "machine: instance (-30 % sustained use)" = 1460, "machine: accelerator nvidia-tesla-v100 (-30 % sustained use)" = 1460, "machine: boot disk: storage" = 200 }
  }

  example "template out of sight" {
    given  = { target_size = 2 }
    refs   = { template = unknown }
    want   = {}
    gaps   = ["machine", "disk"]
    status = "gap"
  }
}
