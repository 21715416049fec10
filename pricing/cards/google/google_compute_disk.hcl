# A persistent disk: gibibytes of its kind, and for kinds with provisioned
# performance the IOPS and throughput bought above what the kind includes.
#
# Without a size the disk is as large as what it is made from: another disk, an
# image or a snapshot. Replicas in a second zone cost the same again, under
# prices of their own. The I/O of pd-standard, pd-balanced and pd-ssd is free.
resource "google_compute_disk" {
  ref "source_disk" {
    path  = "source_disk"
    types = ["google_compute_disk"]
  }
  ref "image" {
    path  = "image"
    types = ["google_compute_image"]
  }
  ref "snapshot" {
    path  = "snapshot"
    types = ["google_compute_snapshot"]
  }
  ref "snapshot_source" {
    path  = "source_disk"
    of    = "snapshot"
    types = ["google_compute_disk"]
  }

  let {
    # A whole URL may stand for the kind.
    kind = regex("[^/]+$", lower(coalesce(self.type, "pd-standard")))
    size = known(self.size, get(refs.source_disk, "size"), get(refs.image, "disk_size_gb"), get(refs.snapshot_source, "size"))

    # Disks of google_compute_region_disk and of instances with replica_zones.
    regional = length(self.replica_zones) > 0 && startswith(let.kind, "pd-")
    priced   = let.regional ? "${let.kind}-regional" : let.kind

    # What the capacity price includes; kinds that are not here sell no
    # performance. hyperdisk-extreme and pd-extreme include none.
    iops_included = { hyperdisk-balanced = 3000, hyperdisk-balanced-high-availability = 3000, hyperdisk-extreme = 0, pd-extreme = 0 }
    mibs_included = { hyperdisk-balanced = 140, hyperdisk-balanced-high-availability = 140, hyperdisk-throughput = 0, hyperdisk-ml = 0 }

    # Keys of the catalogue, where performance is priced per kind.
    iops_price = {
      hyperdisk-balanced = "disk/hyperdisk-balanced/iops-above-3000"
      # Known from rounded totals only, which agree with the published 0.032.
      hyperdisk-extreme = "component/google_compute_disk/provisioned-iops"
    }
    mibs_price = { hyperdisk-balanced = "disk/hyperdisk-balanced/throughput-mibps-above-140" }
  }

  cost "storage" {
    quantity = let.size
    unit     = "GiB-month"
    price    = "disk/${let.priced}/capacity"
  }

  cost "provisioned iops" {
    when     = lookup(let.iops_included, let.kind, -1) >= 0
    quantity = max(0, self.provisioned_iops - lookup(let.iops_included, let.kind, 0))
    unit     = "IOPS-month"
    price    = lookup(let.iops_price, let.kind, "disk/${let.kind}/iops")
  }

  cost "provisioned throughput" {
    when     = lookup(let.mibs_included, let.kind, -1) >= 0
    quantity = max(0, self.provisioned_throughput - lookup(let.mibs_included, let.kind, 0))
    unit     = "MiBps-month"
    price    = lookup(let.mibs_price, let.kind, "disk/${let.kind}/throughput")
  }

  uses "storage" {
    storage   = let.regional ? "region-disk" : "disk"
    selector  = let.kind
    gigabytes = let.size
  }

  example "500 GB of pd-standard" {
    given   = { type = "pd-standard", size = 500 }
    want    = { storage = 500 }
    status  = "priced"
    monthly = "20.00"
    prices  = { "disk/pd-standard/capacity" = 0.04 }
    source  = "cloud.google.com/compute/disks-image-pricing, us-central1, 2026-07"
  }

  example "kind not said" {
    given = { size = 10, provisioned_iops = unknown }
    want  = { storage = 10 }
  }

  example "hyperdisk-balanced above what it includes" {
    given   = { type = "hyperdisk-balanced", size = 200, provisioned_iops = 6000, provisioned_throughput = 300 }
    want    = { storage = 200, "provisioned iops" = 3000, "provisioned throughput" = 160 }
    monthly = "37.40"
    prices = {
      "disk/hyperdisk-balanced/capacity"                        = 0.08
      "disk/hyperdisk-balanced/iops-above-3000"                 = 0.005
      "disk/hyperdisk-balanced/throughput-mibps-above-140"      = 0.04
    }
    source = "cloud.google.com/compute/disks-image-pricing, us-central1, 2026-09"
  }

  example "hyperdisk-extreme pays for every IOPS" {
    given   = { type = "hyperdisk-extreme", size = 500, provisioned_iops = 10000 }
    want    = { storage = 500, "provisioned iops" = 10000 }
    monthly = "382.50"
    prices  = { "disk/hyperdisk-extreme/capacity" = 0.125, "component/google_compute_disk/provisioned-iops" = 0.032 }
    source  = "cloud.google.com/compute/disks-image-pricing, us-central1, 2026-07"
  }

  example "pd-extreme, whose IOPS have no price here" {
    given  = { type = "pd-extreme", size = 500, provisioned_iops = 20000 }
    want   = { storage = 500 }
    gaps   = ["provisioned iops"]
    status = "partial"
  }

  example "replicated in a second zone" {
    given = { type = "projects/p/zones/us-central1-a/diskTypes/pd-ssd", size = 100, replica_zones = ["us-central1-a", "us-central1-b"] }
    want  = { storage = 100 }
    monthly = "34.00"
    prices  = { "disk/pd-ssd-regional/capacity" = 0.34 }
    source  = "cloud.google.com/compute/disks-image-pricing, us-central1, 2026-07"
  }

  example "as large as the disk behind its snapshot" {
    given = { type = "pd-ssd", size = unknown, snapshot = "nightly" }
    refs  = { snapshot = { source_disk = "data" }, snapshot_source = { size = 250 } }
    want  = { storage = 250 }
  }

  example "as large as an image that is not here" {
    given  = { type = "pd-ssd", size = unknown, image = "debian-cloud/debian-12" }
    want   = {}
    gaps   = ["storage"]
    status = "gap"
  }
}
