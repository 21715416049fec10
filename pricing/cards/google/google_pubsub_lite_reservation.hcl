# A Pub/Sub Lite reservation: its units of throughput by the hour, used or
# not. Topics that point to it pay for storage alone. Google has ended the
# service in March 2026.
resource "google_pubsub_lite_reservation" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  cost "capacity" {
    quantity = self.throughput_capacity * coalesce(usage.monthly_hrs, hours)
    unit     = "unit-hour"
    price    = "pubsub-lite/reservation"
  }

  uses "service" {
    gap = "no figure exists for a share of Pub/Sub Lite"
  }

  example "four units" {
    given   = { throughput_capacity = 4 }
    want    = { capacity = 2920 }
    status  = "priced"
    monthly = "18.25"
    prices  = { "pubsub-lite/reservation" = 0.00625 }
    source  = "cloud.google.com/pubsub/lite/pricing, us-central1, 2026-08"
  }

  example "capacity known only after apply" {
    given  = { throughput_capacity = unknown }
    want   = {}
    gaps   = ["capacity"]
    status = "gap"
  }
}
