# A BigQuery reservation: its baseline of slots, used or not, by the hour and
# the edition, and up to its maximum where it scales. Slots that a capacity
# commitment covers are paid for there, at a lower price, and are to be taken
# off here by use. The prices are those of the United States.
resource "google_bigquery_reservation" {
  usage "slots" {
    unit        = "slots"
    default     = null
    description = "slots in use on average, beyond what commitments cover"
  }

  let {
    multi   = { us = "us-multi", eu = "europe-multi" }
    place   = lower(coalesce(self.location, "US"))
    edition = lower(replace(self.edition, "_", "-"))
    most    = get(self.autoscale, "max_slots", 0)
    lowest  = coalesce(usage.slots, self.slot_capacity)
    highest = coalesce(usage.slots, self.slot_capacity + let.most)
  }

  cost "slots" {
    quantity = let.lowest * hours
    low      = let.lowest * hours
    high     = let.highest * hours
    unit     = "slot-hour"
    price    = "bigquery/slots/${let.edition}"
    region   = lookup(let.multi, let.place, let.place)
  }

  uses "slots" {
    gap = "no figure exists for a slot of BigQuery"
  }

  example "a hundred slots of Enterprise in the United States" {
    given   = { location = "US", edition = "ENTERPRISE", slot_capacity = 100 }
    want    = { slots = 73000 }
    status  = "priced"
    monthly = "4380.00"
    prices  = { "bigquery/slots/enterprise" = 0.06 }
    source  = "cloud.google.com/bigquery/pricing, US, 2026-05: 73000 x 0.06"
  }

  example "none at rest, up to 200" {
    given   = { location = "us-central1", edition = "STANDARD", slot_capacity = 0, autoscale = [{ max_slots = 200 }] }
    usage   = { slots = 50 }
    want    = { slots = 36500 }
    monthly = "1460.00"
    prices  = { "bigquery/slots/standard" = 0.04 }
    source  = "cloud.google.com/bigquery/pricing, us-central1, 2026-05"
  }

  example "edition known only after apply" {
    given  = { location = "US", edition = unknown, slot_capacity = 100 }
    want   = {}
    gaps   = ["slots"]
    status = "gap"
  }
}
