# A Managed Service for Apache Kafka cluster: data compute units, 0.6 for each
# vCPU and 0.1 for each GiB of its brokers' memory, by the hour; storage of
# the brokers, which comes with the vCPUs, and remote storage.
resource "google_managed_kafka_cluster" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }
  usage "local_storage_gb" {
    unit        = "GB"
    description = "storage of the brokers, 100 GB with each vCPU"
  }
  usage "remote_storage_gb" {
    unit        = "GB"
    default     = null
    description = "data moved to remote storage"
  }

  let {
    vcpu = tonumber(get(self.capacity_config, "vcpu_count"))
    gib  = tonumber(get(self.capacity_config, "memory_bytes")) / 1073741824
  }

  cost "compute units" {
    quantity = (0.6 * let.vcpu + 0.1 * let.gib) * coalesce(usage.monthly_hrs, hours)
    unit     = "DCU-hour"
    price    = "managed-kafka/dcu"
  }

  cost "local storage" {
    quantity = usage.local_storage_gb
    unit     = "GiB-month"
    price    = "managed-kafka/local-storage"
  }

  cost "remote storage" {
    when     = usage.remote_storage_gb != null
    quantity = usage.remote_storage_gb
    unit     = "GiB-month"
    price    = "managed-kafka/remote-storage"
  }

  uses "machines" {
    vcpu       = let.vcpu
    memory_gib = let.gib
    vcpu_hours = coalesce(usage.monthly_hrs, hours)
  }

  example "three vCPUs and 12 GiB" {
    given   = { capacity_config = [{ vcpu_count = "3", memory_bytes = "12884901888" }] }
    want    = { "compute units" = 2190 }
    unused  = ["local storage"]
    monthly = "197.10"
    prices  = { "managed-kafka/dcu" = 0.09 }
    source  = "cloud.google.com/managed-service-for-apache-kafka/pricing, us-central1, 2026-08"
  }

  example "with storage" {
    given  = { capacity_config = [{ vcpu_count = "3", memory_bytes = "3221225472" }] }
    usage  = { local_storage_gb = 300, remote_storage_gb = 1000 }
    want   = { "compute units" = 1533, "local storage" = 300 }
    gaps   = ["remote storage"]
    status = "partial"
  }

  example "size known only after apply" {
    given  = { capacity_config = [{ vcpu_count = unknown, memory_bytes = unknown }] }
    want   = {}
    unused = ["local storage"]
    gaps   = ["compute units"]
    status = "gap"
  }
}
