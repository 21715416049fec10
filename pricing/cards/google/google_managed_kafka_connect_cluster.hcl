# A Kafka Connect cluster: data compute units by the hour, 0.6 for each vCPU
# and 0.1 for each GiB of memory.
resource "google_managed_kafka_connect_cluster" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  let {
    vcpu = tonumber(get(self.capacity_config, "vcpu_count"))
    gib  = tonumber(get(self.capacity_config, "memory_bytes")) / 1073741824
  }

  cost "compute units" {
    quantity = (0.6 * let.vcpu + 0.1 * let.gib) * coalesce(usage.monthly_hrs, hours)
    unit     = "DCU-hour"
    price    = "managed-kafka/connect-dcu"
  }

  uses "machines" {
    vcpu       = let.vcpu
    memory_gib = let.gib
    vcpu_hours = coalesce(usage.monthly_hrs, hours)
  }

  example "three vCPUs and 12 GiB" {
    given   = { capacity_config = [{ vcpu_count = "3", memory_bytes = "12884901888" }] }
    want    = { "compute units" = 2190 }
    monthly = "262.80"
    prices  = { "managed-kafka/connect-dcu" = 0.12 }
    source  = "cloud.google.com/managed-service-for-apache-kafka/pricing, us-central1, 2026-08"
  }

  example "size known only after apply" {
    given  = { capacity_config = [{ vcpu_count = unknown, memory_bytes = unknown }] }
    want   = {}
    gaps   = ["compute units"]
    status = "gap"
  }
}
