# A custom image: gigabytes stored. An image is compressed; the size of the disk
# it makes is the most it can be, and is counted where no use is given.
resource "google_compute_image" {
  assume "disk_size_gb" {
    why = "the source disk's size"
  }
  assume "storage_locations" {
    value = ["us"]
    why   = "a multi-region near the source, taken at the price of us-central1"
  }

  ref "disk" {
    path  = "source_disk"
    types = ["google_compute_disk", "google_compute_region_disk"]
  }

  usage "storage_gb" {
    unit        = "GB"
    default     = null
    description = "data the image really holds"
  }

  let {
    # Multi-regions have no price of their own for images in the catalogue.
    multi = { us = "us-central1", eu = "europe-west1", asia = "asia-east1" }
    said  = lower(get(self.storage_locations, "0", "us"))
    place = lookup(let.multi, let.said, let.said)
    size  = coalesce(usage.storage_gb, self.disk_size_gb, get(refs.disk, "size"))
  }

  cost "storage" {
    name     = usage.storage_gb == null ? "storage (the whole disk at most)" : "storage"
    quantity = let.size
    low      = usage.storage_gb == null ? 0 : let.size
    unit     = "GiB-month"
    price    = "disk/image/storage"
    region   = let.place
  }

  uses "storage" {
    storage   = "gcs"
    selector  = "standard"
    gigabytes = let.size
  }

  example "as use says" {
    region  = "us-central1"
    given   = { source_disk = "data", storage_locations = unknown, disk_size_gb = unknown }
    omitted = ["storage_locations", "disk_size_gb"]
    refs    = { disk = { size = 100 } }
    usage   = { storage_gb = 20 }
    want    = { storage = 20 }
    status  = "priced"
    monthly = "1.00"
    prices  = { "disk/image/storage" = 0.05 }
    source  = "cloud.google.com/compute/disks-image-pricing, us-central1, 2026-09"
  }

  example "as large as its disk at most" {
    region = "global"
    given  = { disk_size_gb = 50, storage_locations = ["europe-west1"] }
    want   = { "storage (the whole disk at most)" = 50 }
  }

  example "source out of sight" {
    given  = { source_disk = unknown, disk_size_gb = unknown }
    refs   = { disk = unknown }
    want   = {}
    gaps   = ["storage (the whole disk at most)"]
    status = "gap"
  }
}
