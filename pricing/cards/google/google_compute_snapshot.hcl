# A snapshot of a disk: gigabytes stored. Snapshots are compressed and hold only
# what changed since the last one, so the disk's size is the most it can be;
# that is what is counted where no use is given. Of a disk that is not part of the
# input the size is not known: use tells.
resource "google_compute_snapshot" {
  assume "storage_locations" {
    value = []
    why   = "the location nearest to the disk, at the price of its region"
  }

  ref "disk" {
    path  = "source_disk"
    types = ["google_compute_disk", "google_compute_region_disk"]
  }

  usage "storage_gb" {
    unit        = "GB"
    default     = null
    description = "data the snapshot really holds"
  }

  let {
    multi = { us = "us-multi", eu = "europe-multi", asia = "asia-multi" }
    said  = length(self.storage_locations) > 0 ? lower(self.storage_locations[0]) : region
    place = lookup(let.multi, let.said, let.said)
    size  = first(usage.storage_gb, get(refs.disk, "size"))
  }

  cost "storage" {
    name     = usage.storage_gb == null ? "storage (the whole disk at most)" : "storage"
    quantity = let.size
    low      = usage.storage_gb == null ? 0 : let.size
    unit     = "GiB-month"
    price    = "disk/snapshot/capacity"
    region   = let.place
  }

  uses "storage" {
    storage   = "gcs"
    selector  = "standard"
    gigabytes = let.size
  }

  example "as large as its disk at most" {
    given   = { source_disk = "data", storage_locations = unknown }
    omitted = ["storage_locations"]
    refs    = { disk = { size = 100 } }
    want    = { "storage (the whole disk at most)" = 100 }
    status  = "priced"
    monthly = "5.00"
    prices  = { "disk/snapshot/capacity" = 0.05 }
    source  = "cloud.google.com/compute/disks-image-pricing, us-central1, 2026-07"
  }

  example "in a multi-region, as use says" {
    given = { source_disk = "data", storage_locations = ["us"] }
    refs  = { disk = { size = 100 } }
    usage = { storage_gb = 40 }
    want  = { storage = 40 }
  }

  example "of a disk from elsewhere" {
    given  = { source_disk = "projects/p/zones/us-central1-a/disks/d" }
    want   = {}
    unused = ["storage (the whole disk at most)"]
    status = "usage"
  }

  example "disk out of sight" {
    given  = { source_disk = unknown }
    refs   = { disk = unknown }
    want   = {}
    gaps   = ["storage (the whole disk at most)"]
    status = "gap"
  }
}
