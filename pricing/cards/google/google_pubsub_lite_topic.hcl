# A Pub/Sub Lite topic: MiB per second that each of its partitions is made
# for, to publish and to subscribe, by the hour, and the storage it is made
# for. A topic with a reservation pays for throughput there. Google has ended
# the service in March 2026.
resource "google_pubsub_lite_topic" {
  let {
    count    = get(self.partition_config, "count")
    reserved = get(self.reservation_config, "throughput_reservation") != null
    gib      = tonumber(get(self.retention_config, "per_partition_bytes")) * let.count / 1073741824
  }

  cost "publish capacity" {
    when     = !let.reserved
    quantity = get(self.partition_config, "capacity.publish_mib_per_sec") * let.count * hours
    unit     = "MiBps-hour"
    price    = "pubsub-lite/publish"
  }

  cost "subscribe capacity" {
    when     = !let.reserved
    quantity = get(self.partition_config, "capacity.subscribe_mib_per_sec") * let.count * hours
    unit     = "MiBps-hour"
    price    = "pubsub-lite/subscribe"
  }

  cost "storage" {
    quantity = let.gib
    unit     = "GiB-month"
    price    = "pubsub-lite/storage"
  }

  uses "service" {
    gap = "no figure exists for a share of Pub/Sub Lite"
  }

  example "one partition" {
    given   = { partition_config = [{ count = 1, capacity = [{ publish_mib_per_sec = 4, subscribe_mib_per_sec = 8 }] }], retention_config = [{ per_partition_bytes = "32212254720" }] }
    want    = { "publish capacity" = 2920, "subscribe capacity" = 5840, storage = 30 }
    status  = "priced"
    monthly = "37.70"
    prices  = { "pubsub-lite/publish" = 0.00625, "pubsub-lite/subscribe" = 0.003125, "pubsub-lite/storage" = 0.04 }
    source  = "cloud.google.com/pubsub/lite/pricing, us-central1, 2026-08"
  }

  example "with a reservation" {
    given = { partition_config = [{ count = 2 }], reservation_config = [{ throughput_reservation = "r" }], retention_config = [{ per_partition_bytes = "32212254720" }] }
    want  = { storage = 60 }
  }

  example "a region without a price here" {
    region = "europe-west1"
    given  = { partition_config = [{ count = 1, capacity = [{ publish_mib_per_sec = 4, subscribe_mib_per_sec = 8 }] }], retention_config = [{ per_partition_bytes = "32212254720" }] }
    want   = {}
    gaps   = ["publish capacity", "subscribe capacity", "storage"]
    status = "gap"
  }

  example "partitions known only after apply" {
    given  = { partition_config = [{ count = unknown, capacity = [{ publish_mib_per_sec = 4, subscribe_mib_per_sec = 4 }] }], retention_config = [{ per_partition_bytes = "32212254720" }] }
    want   = {}
    gaps   = ["publish capacity", "subscribe capacity", "storage"]
    status = "gap"
  }
}
