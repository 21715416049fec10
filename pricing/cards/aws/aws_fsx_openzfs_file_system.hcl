# An FSx file system for OpenZFS: SSD storage, throughput, SSD IOPS above the
# three included by GB, and backups by use. Prices are known for one zone
# (SINGLE_AZ_1) and for several (MULTI_AZ_1); deployments with a standby in the
# same zone and with faster servers have prices of their own, and intelligent
# tiering is billed by what it holds.
resource "aws_fsx_openzfs_file_system" {
  assume "disk_iops_configuration" {
    why = "what the size includes"
  }
  assume "disk_iops_configuration.iops" {
    why = "what the size includes"
  }

  usage "backup_storage_gb" {
    unit        = "GB"
    description = "backups kept"
  }

  let {
    deployment = upper(self.deployment_type)
    zones = (
      let.deployment == "SINGLE_AZ_1" ? "single-az" :
      let.deployment == "MULTI_AZ_1" ? "multi-az" : lower(replace(let.deployment, "_", "-"))
    )
    kind = lower(coalesce(self.storage_type, "SSD"))
    own  = upper(get(self.disk_iops_configuration, "mode", "AUTOMATIC")) == "USER_PROVISIONED"
    iops = let.own ? get(self.disk_iops_configuration, "iops", 0) : 0
  }

  cost "storage" {
    quantity = self.storage_capacity
    unit     = "GB-month"
    price    = "fsx-openzfs/storage/${let.kind}/${let.zones}"
  }

  cost "throughput" {
    quantity = self.throughput_capacity
    unit     = "MBps-month"
    price    = "fsx-openzfs/throughput/${let.zones}"
  }

  cost "provisioned iops" {
    when     = let.iops > 0 && let.iops > 3 * self.storage_capacity
    quantity = let.iops - 3 * self.storage_capacity
    unit     = "IOPS-month"
    price    = "fsx-openzfs/iops/${let.zones}"
  }

  cost "backup" {
    when     = coalesce(self.automatic_backup_retention_days, 0) > 0
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "fsx/backup"
  }

  # No figures of its own: the copies of an EBS volume in each zone.
  uses "storage" {
    storage   = "ebs"
    selector  = "gp2"
    gigabytes = self.storage_capacity * (let.zones == "multi-az" ? 2 : 1)
  }
  uses "servers" {
    gap = "the machines of a file server are not published"
  }

  example "one zone" {
    given   = { deployment_type = "SINGLE_AZ_1", storage_type = "SSD", storage_capacity = 1024, throughput_capacity = 64, disk_iops_configuration = unknown, automatic_backup_retention_days = 0 }
    omitted = ["disk_iops_configuration"]
    want    = { storage = 1024, throughput = 64 }
    monthly = "108.80"
    prices  = { "fsx-openzfs/storage/ssd/single-az" = 0.09, "fsx-openzfs/throughput/single-az" = 0.26 }
    source  = "aws.amazon.com/fsx/openzfs/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "several zones with more IOPS and backups" {
    given  = { deployment_type = "MULTI_AZ_1", storage_capacity = 100, throughput_capacity = 160, disk_iops_configuration = [{ mode = "USER_PROVISIONED", iops = 1000 }], automatic_backup_retention_days = 7 }
    usage  = { backup_storage_gb = 200 }
    want   = { storage = 100, throughput = 160, "provisioned iops" = 700, backup = 200 }
    prices = { "fsx-openzfs/storage/ssd/multi-az" = 0.18, "fsx-openzfs/throughput/multi-az" = 0.87, "fsx-openzfs/iops/multi-az" = 0.024 }
  }

  example "another deployment has no published price" {
    given  = { deployment_type = "SINGLE_AZ_HA_2", storage_capacity = 100, throughput_capacity = 160 }
    want   = {}
    gaps   = ["storage", "throughput"]
    status = "gap"
  }

  example "size known only after apply" {
    given  = { deployment_type = "SINGLE_AZ_1", storage_capacity = unknown, throughput_capacity = 64 }
    want   = { throughput = 64 }
    gaps   = ["storage"]
    status = "partial"
  }
}
