# An FSx file system for NetApp ONTAP: SSD storage, throughput of all its pairs
# of servers, SSD IOPS above the three included by GB, data tiered to the
# capacity pool and backups by use. Two zones cost twice as much. Throughput of
# the second generation (…_2) has a price of its own, which is not published
# here.
resource "aws_fsx_ontap_file_system" {
  assume "disk_iops_configuration" {
    why = "what the size includes"
  }
  assume "disk_iops_configuration.iops" {
    why = "what the size includes"
  }
  assume "ha_pairs" {
    value = 1
    why   = "one pair of servers, the default"
  }
  assume "throughput_capacity" {
    why = "said by pair"
  }
  assume "throughput_capacity_per_ha_pair" {
    why = "said for the whole file system"
  }

  usage "capacity_pool_gb" {
    unit        = "GB"
    description = "data tiered to the capacity pool"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "backups kept"
  }

  let {
    deployment = upper(self.deployment_type)
    zones      = startswith(let.deployment, "MULTI_AZ") ? "multi-az" : "single-az"
    second     = endswith(let.deployment, "_2") ? "-2" : ""
    pairs      = coalesce(self.ha_pairs, 1)
    throughput = self.throughput_capacity_per_ha_pair == null ? self.throughput_capacity : self.throughput_capacity_per_ha_pair * let.pairs
    own        = upper(get(self.disk_iops_configuration, "mode", "AUTOMATIC")) == "USER_PROVISIONED"
    iops       = let.own ? get(self.disk_iops_configuration, "iops", 0) : 0
  }

  cost "storage" {
    quantity = self.storage_capacity
    unit     = "GB-month"
    price    = "fsx-ontap/storage/ssd/${let.zones}"
  }

  cost "throughput" {
    quantity = let.throughput
    unit     = "MBps-month"
    price    = "fsx-ontap/throughput/${let.zones}${let.second}"
  }

  cost "provisioned iops" {
    when     = let.iops > 0 && let.iops > 3 * self.storage_capacity
    quantity = let.iops - 3 * self.storage_capacity
    unit     = "IOPS-month"
    price    = "fsx-ontap/iops/${let.zones}"
  }

  cost "capacity pool" {
    quantity = usage.capacity_pool_gb
    unit     = "GB-month"
    price    = "fsx-ontap/storage/capacity-pool/${let.zones}"
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
  uses "capacity pool" {
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.capacity_pool_gb
  }
  uses "servers" {
    gap = "the machines of a file server are not published"
  }

  example "one zone, the first generation" {
    given   = { deployment_type = "SINGLE_AZ_1", storage_capacity = 1024, throughput_capacity = 128, throughput_capacity_per_ha_pair = unknown, ha_pairs = unknown, disk_iops_configuration = unknown, automatic_backup_retention_days = 0 }
    omitted = ["throughput_capacity_per_ha_pair", "ha_pairs", "disk_iops_configuration"]
    usage   = { capacity_pool_gb = 1000 }
    want    = { storage = 1024, throughput = 128, "capacity pool" = 1000 }
    monthly = "242.06"
    prices  = { "fsx-ontap/storage/ssd/single-az" = 0.125, "fsx-ontap/throughput/single-az" = 0.72, "fsx-ontap/storage/capacity-pool/single-az" = 0.0219 }
    source  = "aws.amazon.com/fsx/netapp-ontap/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "two zones with more IOPS" {
    given  = { deployment_type = "MULTI_AZ_1", storage_capacity = 1024, throughput_capacity = 512, disk_iops_configuration = [{ mode = "USER_PROVISIONED", iops = 10000 }], automatic_backup_retention_days = 7 }
    want   = { storage = 1024, throughput = 512, "provisioned iops" = 6928 }
    unused = ["capacity pool", "backup"]
    prices = { "fsx-ontap/iops/multi-az" = 0.034 }
  }

  example "two pairs of the second generation" {
    given  = { deployment_type = "SINGLE_AZ_2", storage_capacity = 2048, throughput_capacity_per_ha_pair = 3072, ha_pairs = 2 }
    want   = { storage = 2048 }
    gaps   = ["throughput"]
    unused = ["capacity pool"]
  }

  example "size known only after apply" {
    given  = { deployment_type = "SINGLE_AZ_1", storage_capacity = unknown, throughput_capacity = 128 }
    usage  = { capacity_pool_gb = 0 }
    want   = { throughput = 128, "capacity pool" = 0 }
    gaps   = ["storage"]
    status = "partial"
  }
}
