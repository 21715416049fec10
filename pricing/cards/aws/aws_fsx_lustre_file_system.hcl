# An FSx file system for Lustre: storage, whose price holds the throughput that
# goes with it, by deployment (scratch, persistent 1 and 2), kind of disk and
# throughput by TiB; metadata IOPS above what the size includes; backups by use.
# A read cache of SSD is in the price of HDD storage that has one. Intelligent
# tiering has no price here.
resource "aws_fsx_lustre_file_system" {
  assume "metadata_configuration" {
    why = "what the size includes"
  }
  assume "automatic_backup_retention_days" {
    value = 0
    why   = "no automatic backups, the default"
  }
  assume "metadata_configuration.mode" {
    value = "AUTOMATIC"
    why   = "by size, the default"
  }
  assume "metadata_configuration.iops" {
    why = "what the size includes"
  }

  usage "backup_storage_gb" {
    unit        = "GB"
    description = "backups kept"
  }

  let {
    deployment = upper(coalesce(self.deployment_type, "SCRATCH_1"))
    kind       = upper(coalesce(self.storage_type, "SSD"))
    cached     = upper(coalesce(self.drive_cache_type, "NONE")) == "READ" ? "-ssd-cache" : ""
    # Tiering by use is not in the catalogue under any name.
    product = (
      let.kind == "INTELLIGENT_TIERING" ? "intelligent-tiering" :
      startswith(let.deployment, "SCRATCH") ? "scratch" :
      let.kind == "HDD" ? "hdd-${self.per_unit_storage_throughput}${let.cached}" :
      "${let.deployment == "PERSISTENT_2" ? "persistent2" : "persistent1"}-ssd-${self.per_unit_storage_throughput}"
    )
    size = self.storage_capacity

    own      = upper(get(self.metadata_configuration, "mode", "AUTOMATIC")) == "USER_PROVISIONED"
    metadata = let.own ? get(self.metadata_configuration, "iops", 0) : 0
    included = (
      let.metadata == 0 ? 0 :
      let.size <= 1200 ? 1500 :
      let.size <= 2400 ? 3000 :
      let.size <= 9600 ? 6000 :
      let.size <= 45600 ? 12000 : ceil(let.size / 24000) * 12000
    )
  }

  cost "storage" {
    quantity = let.size
    unit     = "GB-month"
    price    = "fsx-lustre/storage/${let.product}"
  }

  cost "metadata iops" {
    when     = let.metadata > let.included
    quantity = let.metadata - let.included
    unit     = "IOPS-month"
    price    = "fsx-lustre/metadata-iops"
  }

  cost "backup" {
    when     = coalesce(self.automatic_backup_retention_days, 0) > 0
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "fsx/backup"
  }

  # No figures of its own: an EBS volume of the kind.
  uses "storage" {
    storage   = "ebs"
    selector  = let.kind == "HDD" ? "st1" : "gp2"
    gigabytes = let.size
  }
  uses "servers" {
    gap = "the machines of a file server are not published"
  }

  example "scratch, the default" {
    given   = { storage_capacity = 1200, storage_type = "SSD", deployment_type = "SCRATCH_1", automatic_backup_retention_days = unknown, metadata_configuration = unknown }
    omitted = ["automatic_backup_retention_days", "metadata_configuration"]
    want    = { storage = 1200 }
    monthly = "168.00"
    prices  = { "fsx-lustre/storage/scratch" = 0.14 }
    source  = "aws.amazon.com/fsx/lustre/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "persistent 2 with more metadata IOPS" {
    given  = { storage_capacity = 2400, deployment_type = "PERSISTENT_2", per_unit_storage_throughput = 250, metadata_configuration = [{ mode = "USER_PROVISIONED", iops = 6000 }], automatic_backup_retention_days = 7 }
    want   = { storage = 2400, "metadata iops" = 3000 }
    unused = ["backup"]
    prices = { "fsx-lustre/storage/persistent2-ssd-250" = 0.21, "fsx-lustre/metadata-iops" = 0.055 }
  }

  example "HDD with a read cache" {
    given  = { storage_capacity = 6000, deployment_type = "PERSISTENT_1", storage_type = "HDD", per_unit_storage_throughput = 12, drive_cache_type = "READ" }
    want   = { storage = 6000 }
    prices = { "fsx-lustre/storage/hdd-12-ssd-cache" = 0.041 }
  }

  example "throughput known only after apply" {
    given  = { storage_capacity = 1200, deployment_type = "PERSISTENT_1", per_unit_storage_throughput = unknown }
    want   = {}
    gaps   = ["storage"]
    status = "gap"
  }
}
