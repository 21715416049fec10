# A machine image: the gigabytes it stores of all the disks of the machine,
# compressed, after those that changed since the last. Known in us-central1
# only, whose price is that of the United States.
resource "google_compute_machine_image" {
  usage "storage_gb" {
    unit        = "GB"
    description = "data stored, compressed"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "disk/machine-image"
    region   = "us-central1"
  }

  uses "storage" {
    storage   = "gcs"
    selector  = "standard"
    gigabytes = usage.storage_gb
  }

  example "100 GB" {
    given   = { source_instance = unknown }
    usage   = { storage_gb = 100 }
    want    = { storage = 100 }
    status  = "priced"
    monthly = "5.00"
    prices  = { "disk/machine-image" = 0.05 }
    source  = "cloud.google.com/compute/disks-image-pricing, us-central1, 2024-07"
  }

  example "no use given" {
    given  = { source_instance = unknown }
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
