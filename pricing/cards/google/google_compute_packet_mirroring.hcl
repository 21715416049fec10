# Packet mirroring: gigabytes of traffic that are mirrored, in and out. Known
# in the larger regions of the United States and in Japan.
resource "google_compute_packet_mirroring" {
  usage "monthly_mirrored_data_gb" {
    unit        = "GB"
    description = "traffic mirrored"
  }

  cost "mirrored data" {
    quantity = usage.monthly_mirrored_data_gb
    unit     = "GiB"
    price    = "packet-mirroring/data"
  }

  uses "mirror" {
    gap = "no figure exists for a share of Google's network"
  }

  example "1,000 GB" {
    given   = { enable = "TRUE" }
    usage   = { monthly_mirrored_data_gb = 1000 }
    want    = { "mirrored data" = 1000 }
    status  = "priced"
    monthly = "8.00"
    prices  = { "packet-mirroring/data" = 0.008 }
    source  = "cloud.google.com/vpc/network-pricing, us-central1, 2026-08"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["mirrored data"]
    status = "usage"
  }
}
