# An FSx file system for Windows: storage by kind and zones, throughput, SSD
# IOPS above the three included by GB, and backups by use. Without a deployment
# type it is in one zone; two zones cost about twice as much.
resource "aws_fsx_windows_file_system" {
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
    zones = startswith(upper(coalesce(self.deployment_type, "SINGLE_AZ_1")), "MULTI_AZ") ? "multi-az" : "single-az"
    kind  = lower(coalesce(self.storage_type, "SSD"))
    own   = upper(get(self.disk_iops_configuration, "mode", "AUTOMATIC")) == "USER_PROVISIONED"
    iops  = let.own ? get(self.disk_iops_configuration, "iops", 0) : 0
    kept  = coalesce(self.automatic_backup_retention_days, 7)
  }

  cost "storage" {
    quantity = self.storage_capacity
    unit     = "GB-month"
    price    = "fsx-windows/storage/${let.kind}/${let.zones}"
  }

  cost "throughput" {
    quantity = self.throughput_capacity
    unit     = "MBps-month"
    price    = "fsx-windows/throughput/${let.zones}"
  }

  cost "provisioned iops" {
    when     = let.iops > 0 && let.iops > 3 * self.storage_capacity
    quantity = let.iops - 3 * self.storage_capacity
    unit     = "IOPS-month"
    price    = "fsx-windows/iops/${let.zones}"
  }

  cost "backup" {
    when     = let.kept > 0
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "fsx/backup"
  }

  # No figures of its own: the copies of an EBS volume in each zone.
  uses "storage" {
    storage   = "ebs"
    selector  = let.kind == "hdd" ? "st1" : "gp2"
    gigabytes = self.storage_capacity * (let.zones == "multi-az" ? 2 : 1)
  }
  uses "servers" {
    gap = "the machines of a file server are not published"
  }

  example "300 GB of SSD in two zones" {
    given   = { deployment_type = "MULTI_AZ_1", storage_type = "SSD", storage_capacity = 300, throughput_capacity = 1024, automatic_backup_retention_days = 7, disk_iops_configuration = [{ mode = "AUTOMATIC", iops = unknown }] }
    omitted = ["disk_iops_configuration.iops"]
    usage   = { backup_storage_gb = 1000 }
    want    = { storage = 300, throughput = 1024, backup = 1000 }
    monthly = "4727.00"
    prices  = { "fsx-windows/storage/ssd/multi-az" = 0.23, "fsx-windows/throughput/multi-az" = 4.5, "fsx/backup" = 0.05 }
    source  = "aws.amazon.com/fsx/windows/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "HDD in one zone, no backups" {
    given   = { storage_type = "HDD", storage_capacity = 2000, throughput_capacity = 16, automatic_backup_retention_days = 0, disk_iops_configuration = unknown }
    omitted = ["disk_iops_configuration"]
    want    = { storage = 2000, throughput = 16 }
    prices  = { "fsx-windows/storage/hdd/single-az" = 0.013 }
    status  = "priced"
  }

  example "more IOPS, without published price" {
    given  = { storage_capacity = 100, throughput_capacity = 16, disk_iops_configuration = [{ mode = "USER_PROVISIONED", iops = 1000 }] }
    want   = { storage = 100, throughput = 16 }
    gaps   = ["provisioned iops"]
    unused = ["backup"]
  }

  example "size known only after apply" {
    given  = { storage_capacity = unknown, throughput_capacity = 16, automatic_backup_retention_days = 0 }
    want   = { throughput = 16 }
    gaps   = ["storage"]
    status = "partial"
  }
}
