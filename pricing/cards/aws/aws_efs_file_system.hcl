# A file system: gigabytes by storage class, throughput by mode. Provisioned
# throughput is a fixed cost above what the stored data includes (1 MiB/s for
# every 20 GB); elastic throughput bills the gigabytes read and written; bursting
# bills neither.
#
# One zone storage is cheaper and has no archive. Infrequent access costs less
# to keep and something to touch, and less still under elastic throughput.
resource "aws_efs_file_system" {
  assume "availability_zone_name" {
    why = "not configured: regional"
  }
  assume "throughput_mode" {
    value = "bursting"
    why   = "bursting, the provider's default"
  }

  usage "storage_gb" {
    unit        = "GB"
    default     = null
    description = "data in the standard class"
  }
  usage "infrequent_access_storage_gb" {
    unit        = "GB"
    default     = null
    description = "data in the infrequent access class"
  }
  usage "archive_storage_gb" {
    unit        = "GB"
    default     = null
    description = "data in the archive class"
  }
  usage "monthly_infrequent_access_read_gb" {
    unit        = "GB"
    default     = null
    description = "data read from infrequent access a month"
  }
  usage "monthly_infrequent_access_write_gb" {
    unit        = "GB"
    default     = null
    description = "data written to infrequent access a month"
  }
  usage "monthly_read_gb" {
    unit        = "GB"
    description = "data read a month, billed with elastic throughput"
  }
  usage "monthly_write_gb" {
    unit        = "GB"
    description = "data written a month, billed with elastic throughput"
  }

  let {
    one_zone    = coalesce(self.availability_zone_name, "") != ""
    mode        = lower(coalesce(self.throughput_mode, "bursting"))
    elastic     = let.mode == "elastic"
    standard    = let.one_zone ? "onezone" : "standard"
    infrequent  = let.one_zone ? "onezone-ia" : (let.elastic ? "standard-ia-elastic" : "standard-ia")
    policies    = first(self.lifecycle_policy, [])
    moves       = length([for p in let.policies : p if get(p, "transition_to_ia", "") != ""]) > 0
    archives    = length([for p in let.policies : p if get(p, "transition_to_archive", "") != ""]) > 0
    provisioned = coalesce(self.provisioned_throughput_in_mibps, 0)
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "efs/storage/${let.standard}"
  }

  cost "infrequent access storage" {
    when     = let.moves || usage.infrequent_access_storage_gb != null
    quantity = usage.infrequent_access_storage_gb
    unit     = "GB-month"
    price    = "efs/storage/${let.infrequent}"
  }

  cost "archive storage" {
    when     = let.archives || usage.archive_storage_gb != null
    quantity = usage.archive_storage_gb
    unit     = "GB-month"
    price    = "efs/storage/archive"
  }

  cost "infrequent access reads" {
    when     = usage.monthly_infrequent_access_read_gb != null
    quantity = usage.monthly_infrequent_access_read_gb
    unit     = "GB"
    price    = "efs/infrequent-access/read"
  }

  cost "infrequent access writes" {
    when     = usage.monthly_infrequent_access_write_gb != null
    quantity = usage.monthly_infrequent_access_write_gb
    unit     = "GB"
    price    = "efs/infrequent-access/write"
  }

  cost "provisioned throughput" {
    when     = let.mode == "provisioned"
    quantity = max(0, let.provisioned - coalesce(usage.storage_gb, 0) / 20)
    unit     = "MBps-month"
    price    = "efs/throughput/provisioned"
  }

  cost "elastic reads" {
    when     = let.elastic
    quantity = usage.monthly_read_gb
    unit     = "GB"
    price    = "efs/elastic-throughput/read"
  }

  cost "elastic writes" {
    when     = let.elastic
    quantity = usage.monthly_write_gb
    unit     = "GB"
    price    = "efs/elastic-throughput/write"
  }

  uses "storage" {
    storage   = "efs"
    selector  = let.one_zone ? "one-zone" : "regional"
    gigabytes = usage.storage_gb
  }
  uses "infrequent access storage" {
    when      = usage.infrequent_access_storage_gb != null
    storage   = "efs"
    selector  = let.one_zone ? "one-zone" : "regional"
    gigabytes = usage.infrequent_access_storage_gb
  }
  uses "archive storage" {
    when      = usage.archive_storage_gb != null
    storage   = "efs"
    selector  = "regional"
    gigabytes = usage.archive_storage_gb
  }

  example "regional, bursting" {
    given   = { throughput_mode = "bursting", availability_zone_name = unknown, lifecycle_policy = [] }
    omitted = ["availability_zone_name"]
    usage   = { storage_gb = 230 }
    want    = { storage = 230 }
    monthly = "69.00"
    prices  = { "efs/storage/standard" = 0.30 }
    source  = "aws.amazon.com/efs/pricing, us-east-1, 2025-09"
    status  = "priced"
  }

  example "provisioned throughput is fixed" {
    given   = { throughput_mode = "provisioned", provisioned_throughput_in_mibps = 10 }
    want    = { "provisioned throughput" = 10 }
    unused  = ["storage"]
    monthly = "60.00"
    prices  = { "efs/throughput/provisioned" = 6 }
    source  = "aws.amazon.com/efs/pricing, us-east-1, 2025-09"
    status  = "partial"
  }

  example "stored data includes throughput" {
    given = { throughput_mode = "provisioned", provisioned_throughput_in_mibps = 10 }
    usage = { storage_gb = 100 }
    want  = { "provisioned throughput" = 5, storage = 100 }
  }

  example "elastic, moving to infrequent access and archive" {
    given   = { throughput_mode = "elastic", lifecycle_policy = [{ transition_to_ia = "AFTER_30_DAYS" }, { transition_to_archive = "AFTER_90_DAYS" }] }
    usage   = { storage_gb = 100, infrequent_access_storage_gb = 100, monthly_read_gb = 50, monthly_write_gb = 10 }
    want    = { storage = 100, "infrequent access storage" = 100, "elastic reads" = 50, "elastic writes" = 10 }
    unused  = ["archive storage"]
    monthly = "33.70"
    prices = {
      "efs/storage/standard"            = 0.30
      "efs/storage/standard-ia-elastic" = 0.016
      "efs/elastic-throughput/read"     = 0.03
      "efs/elastic-throughput/write"    = 0.06
    }
    source = "aws.amazon.com/efs/pricing, us-east-1, 2025-09"
  }

  example "one zone" {
    given   = { availability_zone_name = "us-east-1a", lifecycle_policy = [{ transition_to_ia = "AFTER_7_DAYS" }] }
    usage   = { storage_gb = 10, infrequent_access_storage_gb = 100, monthly_infrequent_access_read_gb = 10, monthly_infrequent_access_write_gb = 20 }
    want    = { storage = 10, "infrequent access storage" = 100, "infrequent access reads" = 10, "infrequent access writes" = 20 }
    monthly = "3.23"
    prices = {
      "efs/storage/onezone"         = 0.16
      "efs/storage/onezone-ia"      = 0.0133
      "efs/infrequent-access/read"  = 0.01
      "efs/infrequent-access/write" = 0.01
    }
    source = "aws.amazon.com/efs/pricing, us-east-1, 2025-09"
  }

  example "zone and throughput known only after apply" {
    given  = { availability_zone_name = unknown, throughput_mode = "provisioned", provisioned_throughput_in_mibps = unknown }
    usage  = { storage_gb = 10 }
    want   = {}
    gaps   = ["storage", "provisioned throughput"]
    status = "gap"
  }
}
