# A persistent disk replicated in two zones of its region: billed as
# google_compute_disk, under the prices of replicated kinds, which are twice
# those of one zone.
resource "google_compute_region_disk" {
  ref "source_disk" {
    path  = "source_disk"
    types = ["google_compute_disk", "google_compute_region_disk"]
  }
  ref "snapshot" {
    path  = "snapshot"
    types = ["google_compute_snapshot"]
  }
  ref "snapshot_source" {
    path  = "source_disk"
    of    = "snapshot"
    types = ["google_compute_disk", "google_compute_region_disk"]
  }

  part "" {
    card = "google_compute_disk"
    given = {
      type                   = self.type
      size                   = known(self.size, get(refs.source_disk, "size"), get(refs.snapshot_source, "size"))
      provisioned_iops       = self.provisioned_iops
      provisioned_throughput = self.provisioned_throughput
      # Its zones may be known only after apply; that there are two is sure.
      replica_zones = ["two", "zones"]
    }
  }

  example "100 GB of pd-balanced in two zones" {
    given   = { type = "pd-balanced", size = 100, replica_zones = unknown }
    want    = { storage = 100 }
    status  = "priced"
    monthly = "20.00"
    prices  = { "disk/pd-balanced-regional/capacity" = 0.2 }
    source  = "cloud.google.com/compute/disks-image-pricing, us-central1, 2026-07"
  }

  example "size known only after apply" {
    given  = { type = "pd-ssd", size = unknown, replica_zones = ["us-central1-a", "us-central1-b"] }
    want   = {}
    gaps   = ["storage"]
    status = "gap"
  }

  example "a kind without a price in the catalogue" {
    given  = { type = "hyperdisk-balanced-high-availability", size = 100, provisioned_iops = 3000, provisioned_throughput = 140 }
    want   = {}
    gaps = ["storage"]
    status = "gap"
  }
}
