# Replication of a file system: storage of the copy it makes in the destination,
# in one zone or several, and transfer between regions, which is not counted.
# Where an existing file system is the destination that one is billed.
resource "aws_efs_replication_configuration" {
  assume "destination.region" {
    why = "the region of the source"
  }
  assume "destination.file_system_id" {
    why = "a new file system"
  }

  usage "storage_gb" {
    unit        = "GB"
    description = "data of the file system"
  }

  let {
    zone   = get(self.destination, "availability_zone_name", "") != ""
    copies = get(self.destination, "file_system_id", "") == ""
    place  = coalesce(get(self.destination, "region"), region)
  }

  cost "storage of the copy" {
    when     = let.copies
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = let.zone ? "efs/storage/onezone" : "efs/storage/standard"
    region   = let.place
  }

  uses "copy" {
    when      = let.copies
    storage   = "efs"
    selector  = "*"
    gigabytes = usage.storage_gb
  }

  example "100 GB to Oregon" {
    given   = { source_file_system_id = unknown, destination = [{ region = "us-west-2", file_system_id = unknown }] }
    omitted = ["destination.file_system_id"]
    usage   = { storage_gb = 100 }
    want    = { "storage of the copy" = 100 }
    monthly = "30.00"
    prices  = { "efs/storage/standard" = 0.30 }
    source  = "aws.amazon.com/efs/pricing, us-west-2, 2025-09"
    status  = "priced"
  }

  example "to one zone" {
    given = { destination = [{ availability_zone_name = "us-west-2a", region = "us-west-2" }] }
    usage = { storage_gb = 100 }
    want  = { "storage of the copy" = 100 }
  }

  example "to a file system that exists" {
    given  = { destination = [{ region = "us-west-2", file_system_id = "fs-1" }] }
    want   = {}
    status = "free"
  }

  example "size not given" {
    given  = { destination = [{ region = "us-west-2" }] }
    want   = {}
    unused = ["storage of the copy"]
    status = "usage"
  }
}
