# An elastic DocumentDB cluster: hours of the vCPUs of every shard, two
# instances of each unless said otherwise, and gigabytes stored, also of backups
# above the free allowance.
resource "aws_docdbelastic_cluster" {
  assume "shard_instance_count" {
    value = 2
    why   = "two, the default of the API"
  }

  usage "storage_gb" {
    unit        = "GB"
    description = "data stored"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    default     = null
    description = "backups above the free allowance"
  }

  let {
    vcpus = self.shard_capacity * self.shard_count * coalesce(self.shard_instance_count, 2)
  }

  cost "vCPUs" {
    quantity = let.vcpus * hours
    unit     = "vCPU-hour"
    price    = "docdb-elastic/vcpu"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "docdb-elastic/storage"
  }

  cost "backup storage" {
    when     = usage.backup_storage_gb != null
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "docdb-elastic/backup-storage"
  }

  uses "shards" {
    gap = "the machines of a shard are not published"
  }

  example "two shards of two vCPUs" {
    given   = { shard_capacity = 2, shard_count = 2, shard_instance_count = unknown }
    omitted = ["shard_instance_count"]
    usage   = { storage_gb = 100 }
    want    = { vCPUs = 5840, storage = 100 }
    monthly = "800.88" # 5,840 x 0.132 + 100 x 0.30
    prices  = { "docdb-elastic/vcpu" = 0.132, "docdb-elastic/storage" = 0.30 }
    source  = "aws.amazon.com/documentdb/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "one instance a shard, with backups, storage not given" {
    given  = { shard_capacity = 4, shard_count = 1, shard_instance_count = 1 }
    usage  = { backup_storage_gb = 50 }
    want   = { vCPUs = 2920, "backup storage" = 50 }
    unused = ["storage"]
    status = "partial"
  }

  example "shards known only after apply" {
    given  = { shard_capacity = 2, shard_count = unknown }
    usage  = { storage_gb = 10 }
    want   = { storage = 10 }
    gaps   = ["vCPUs"]
    status = "partial"
  }
}
