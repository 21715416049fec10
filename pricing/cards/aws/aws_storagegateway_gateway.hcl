# A storage gateway. For files in S3, volumes and tapes: gigabytes written
# through it, free above 12.5 TB a month of one gateway, and tapes by what they
# hold; files and volumes are billed where they are stored. For FSx: hours of the
# gateway. Its kind is STORED volumes unless said otherwise.
resource "aws_storagegateway_gateway" {
  usage "monthly_data_written_gb" {
    unit        = "GB"
    description = "data written through the gateway a month"
  }
  usage "tape_library_gb" {
    unit        = "GB"
    description = "data on tapes in the library"
  }
  usage "tape_archive_gb" {
    unit        = "GB"
    default     = null
    description = "data on archived tapes"
  }

  let {
    kind  = upper(coalesce(self.gateway_type, "STORED"))
    fsx   = let.kind == "FILE_FSX_SMB"
    tapes = let.kind == "VTL" || let.kind == "VTL_SNOW"
  }

  cost "data written" {
    when = !let.fsx
    # 125 dollars at most at a cent by the gigabyte.
    quantity = min(usage.monthly_data_written_gb, 12500)
    unit     = "GB"
    price    = "storagegateway/upload"
  }

  cost "gateway" {
    when     = let.fsx
    quantity = hours
    unit     = "hour"
    price    = "storagegateway/fsx-file-gateway"
  }

  cost "tapes in the library" {
    when     = let.tapes
    quantity = usage.tape_library_gb
    unit     = "GB-month"
    price    = "storagegateway/tape/library"
  }
  cost "archived tapes" {
    when     = let.tapes && usage.tape_archive_gb != null
    quantity = usage.tape_archive_gb
    unit     = "GB-month"
    price    = "storagegateway/tape/glacier"
  }

  uses "tapes" {
    when      = let.tapes
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.tape_library_gb
  }

  example "files in S3, above the limit" {
    given   = { gateway_type = "FILE_S3" }
    usage   = { monthly_data_written_gb = 20000 }
    want    = { "data written" = 12500 }
    monthly = "125.00"
    prices  = { "storagegateway/upload" = 0.01 }
    source  = "aws.amazon.com/storagegateway/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "before FSx" {
    given  = { gateway_type = "FILE_FSX_SMB" }
    want   = { gateway = 730 }
    prices = { "storagegateway/fsx-file-gateway" = 0.69 }
    status = "priced"
  }

  example "tapes" {
    given  = { gateway_type = "VTL" }
    usage  = { monthly_data_written_gb = 100, tape_library_gb = 1000, tape_archive_gb = 5000 }
    want   = { "data written" = 100, "tapes in the library" = 1000, "archived tapes" = 5000 }
    prices = { "storagegateway/tape/library" = 0.023, "storagegateway/tape/glacier" = 0.0036 }
  }

  example "stored volumes, use not given" {
    given  = { gateway_name = "g" }
    want   = {}
    unused = ["data written"]
    status = "usage"
  }

  example "kind known only after apply" {
    given  = { gateway_type = unknown }
    usage  = { monthly_data_written_gb = 1, tape_library_gb = 1 }
    want   = {}
    gaps   = ["data written", "gateway", "tapes in the library"]
    status = "gap"
  }
}
