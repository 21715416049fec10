# A table: capacity units by the hour in PROVISIONED mode (the default), of
# which each global secondary index has its own, or request units in
# PAY_PER_REQUEST mode; gigabytes stored, backups, restores, streams.
#
# A replica of a global table repeats the provisioned capacity and the storage
# in its region, and takes every write there. The infrequent access class has
# rates of its own. The 25 GB an account has free are not deducted. Capacity
# that autoscaling moves is counted as configured, with the range of its targets.
resource "aws_dynamodb_table" {
  assume "billing_mode" {
    value = "PROVISIONED"
    why   = "PROVISIONED, the provider's default"
  }
  assume "table_class" {
    value = "STANDARD"
    why   = "STANDARD, the provider's default"
  }
  assume "global_secondary_index" {
    value = []
    why   = "no index"
  }
  assume "replica" {
    value = []
    why   = "no replica"
  }
  assume "point_in_time_recovery" {
    value = []
    why   = "no point-in-time recovery"
  }
  assume "stream_enabled" {
    value = false
    why   = "no stream"
  }

  ref "scaling" {
    by   = ["aws_appautoscaling_target"]
    many = true
  }

  usage "monthly_write_request_units" {
    unit        = "write request units"
    description = "writes a month in PAY_PER_REQUEST mode, in units of 1 KB"
  }
  usage "monthly_read_request_units" {
    unit        = "read request units"
    description = "reads a month in PAY_PER_REQUEST mode, in units of 4 KB"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "data and indices stored"
  }
  usage "pitr_backup_storage_gb" {
    unit        = "GB"
    description = "size of the table for point-in-time recovery"
  }
  usage "on_demand_backup_storage_gb" {
    unit        = "GB"
    default     = null
    description = "backups made on demand"
  }
  usage "monthly_data_restored_gb" {
    unit        = "GB"
    default     = null
    description = "data restored a month"
  }
  usage "monthly_data_exported_gb" {
    unit        = "GB"
    default     = null
    description = "data exported to S3 a month"
  }
  usage "monthly_streams_read_request_units" {
    unit        = "requests"
    default     = null
    description = "reads of the stream a month, other than by Lambda and replication"
  }

  let {
    mode        = upper(coalesce(self.billing_mode, "PROVISIONED"))
    provisioned = let.mode == "PROVISIONED"
    class       = upper(coalesce(self.table_class, "STANDARD"))
    infrequent  = let.class == "STANDARD_INFREQUENT_ACCESS"
    ia          = let.infrequent ? "-ia" : ""

    # PROVISIONED wants both capacities, of one unit at least. Where source leaves
    # one out, it is a hole and not free.
    bare_w  = self.write_capacity == null
    bare_r  = self.read_capacity == null
    indices = first(self.global_secondary_index, [])
    writes  = coalesce(self.write_capacity, 1) + sum([for i in let.indices : coalesce(get(i, "write_capacity"), 0)])
    reads   = coalesce(self.read_capacity, 1) + sum([for i in let.indices : coalesce(get(i, "read_capacity"), 0)])
    # What the table's own capacity is scaled between; that of an index stays.
    scaled_w = [for t in refs.scaling : t if get(t, "scalable_dimension") == "dynamodb:table:WriteCapacityUnits"]
    scaled_r = [for t in refs.scaling : t if get(t, "scalable_dimension") == "dynamodb:table:ReadCapacityUnits"]
    moves_w  = length(let.scaled_w) > 0
    moves_r  = length(let.scaled_r) > 0
    own_w    = coalesce(self.write_capacity, 1)
    own_r    = coalesce(self.read_capacity, 1)
    low_w    = let.moves_w ? let.writes - let.own_w + get(let.scaled_w, "min_capacity") : let.writes
    high_w   = let.moves_w ? let.writes - let.own_w + get(let.scaled_w, "max_capacity") : let.writes
    low_r    = let.moves_r ? let.reads - let.own_r + get(let.scaled_r, "min_capacity") : let.reads
    high_r   = let.moves_r ? let.reads - let.own_r + get(let.scaled_r, "max_capacity") : let.reads
    replicas = first(self.replica, [])
    streamed = coalesce(self.stream_enabled, false)
    recovery = get(self.point_in_time_recovery, "enabled", false)
  }

  cost "write capacity" {
    when     = let.provisioned
    quantity = let.writes * hours
    low      = let.low_w * hours
    high     = let.high_w * hours
    unit     = "WCU-hour"
    price    = let.bare_w ? null : "dynamodb/provisioned${let.ia}/wcu"
    hint     = "write_capacity is not written, and PROVISIONED has no default for it"
  }

  cost "read capacity" {
    when     = let.provisioned
    quantity = let.reads * hours
    low      = let.low_r * hours
    high     = let.high_r * hours
    unit     = "RCU-hour"
    price    = let.bare_r ? null : "dynamodb/provisioned${let.ia}/rcu"
    hint     = "read_capacity is not written, and PROVISIONED has no default for it"
  }

  cost "replicated write capacity" {
    when     = let.provisioned
    for_each = let.replicas
    name     = "write capacity in ${get(each.value, "region_name")}"
    quantity = let.writes * hours
    low      = let.low_w * hours
    high     = let.high_w * hours
    unit     = "rWCU-hour"
    price    = let.bare_w ? null : "dynamodb/provisioned${let.ia}/rwcu"
    hint     = "write_capacity is not written, and PROVISIONED has no default for it"
    region   = get(each.value, "region_name")
  }

  cost "replicated read capacity" {
    when     = let.provisioned
    for_each = let.replicas
    name     = "read capacity in ${get(each.value, "region_name")}"
    quantity = let.reads * hours
    low      = let.low_r * hours
    high     = let.high_r * hours
    unit     = "RCU-hour"
    price    = let.bare_r ? null : "dynamodb/provisioned${let.ia}/rcu"
    hint     = "read_capacity is not written, and PROVISIONED has no default for it"
    region   = get(each.value, "region_name")
  }

  cost "write requests" {
    when     = !let.provisioned
    quantity = usage.monthly_write_request_units / 1000000
    unit     = "1M-requests"
    price    = "dynamodb/on-demand${let.ia}/wru"
  }

  cost "read requests" {
    when     = !let.provisioned
    quantity = usage.monthly_read_request_units / 1000000
    unit     = "1M-requests"
    price    = "dynamodb/on-demand${let.ia}/rru"
  }

  cost "replicated write requests" {
    when     = !let.provisioned
    for_each = let.replicas
    name     = "write requests in ${get(each.value, "region_name")}"
    quantity = usage.monthly_write_request_units / 1000000
    unit     = "1M-requests"
    price    = "dynamodb/on-demand${let.ia}/rwru"
    region   = get(each.value, "region_name")
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = let.infrequent ? "dynamodb/storage/standard-ia" : "dynamodb/storage/standard"
    whole    = true
  }

  cost "replicated storage" {
    for_each = let.replicas
    name     = "storage in ${get(each.value, "region_name")}"
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = let.infrequent ? "dynamodb/storage/standard-ia" : "dynamodb/storage/standard"
    region   = get(each.value, "region_name")
    whole    = true
  }

  cost "point-in-time recovery" {
    when     = let.recovery
    quantity = usage.pitr_backup_storage_gb
    unit     = "GB-month"
    price    = "dynamodb/backup/pitr"
  }

  cost "point-in-time recovery of replicas" {
    for_each = [for r in let.replicas : get(r, "region_name") if get(r, "point_in_time_recovery", false)]
    name     = "point-in-time recovery in ${each.value}"
    quantity = usage.pitr_backup_storage_gb
    unit     = "GB-month"
    price    = "dynamodb/backup/pitr"
    region   = each.value
  }

  cost "backups on demand" {
    when     = usage.on_demand_backup_storage_gb != null
    quantity = usage.on_demand_backup_storage_gb
    unit     = "GB-month"
    price    = "dynamodb/backup/on-demand"
  }

  cost "data restored" {
    when     = usage.monthly_data_restored_gb != null
    quantity = usage.monthly_data_restored_gb
    unit     = "GB"
    price    = "dynamodb/restore"
  }

  cost "data exported" {
    when     = usage.monthly_data_exported_gb != null
    quantity = usage.monthly_data_exported_gb
    unit     = "GB"
    price    = "dynamodb/export-s3"
  }

  cost "stream reads" {
    when     = let.streamed || usage.monthly_streams_read_request_units != null
    quantity = usage.monthly_streams_read_request_units == null ? null : usage.monthly_streams_read_request_units / 1000
    unit     = "1k-requests"
    price    = "dynamodb/streams-read"
  }

  uses "storage" {
    storage   = "dynamodb"
    selector  = "*"
    gigabytes = usage.storage_gb
    count     = 1 + length(let.replicas)
  }
  uses "capacity" {
    gap = "no source gives the energy of read and write capacity"
  }

  example "provisioned, with an index of its own capacity" {
    given = {
      billing_mode           = "PROVISIONED"
      write_capacity         = 20
      read_capacity          = 30
      global_secondary_index = [{ write_capacity = 10, read_capacity = 10 }]
    }
    usage   = { storage_gb = 100 }
    want    = { "write capacity" = 21900, "read capacity" = 29200, storage = 100 }
    monthly = "43.031"
    prices  = { "dynamodb/provisioned/wcu" = 0.00065, "dynamodb/provisioned/rcu" = 0.00013, "dynamodb/storage/standard" = 0.25 }
    source  = "aws.amazon.com/dynamodb/pricing, us-east-1, 2025-08"
    status  = "priced"
  }

  example "mode not said is provisioned" {
    given  = { write_capacity = 5, read_capacity = 5 }
    want   = { "write capacity" = 3650, "read capacity" = 3650 }
    unused = ["storage"]
    status = "partial"
  }

  example "capacity that nobody wrote is a hole" {
    given  = { billing_mode = "PROVISIONED" }
    gaps   = ["write capacity", "read capacity"]
    unused = ["storage"]
    status = "gap"
  }

  example "on demand, with recovery and a stream" {
    given = {
      billing_mode           = "PAY_PER_REQUEST"
      read_capacity          = unknown
      write_capacity         = unknown
      point_in_time_recovery = [{ enabled = true }]
      stream_enabled         = true
    }
    usage = {
      monthly_write_request_units = 3000000
      monthly_read_request_units  = 8000000
      storage_gb                  = 10
      pitr_backup_storage_gb      = 10
    }
    want    = { "write requests" = 3, "read requests" = 8, storage = 10, "point-in-time recovery" = 10 }
    unused  = ["stream reads"]
    monthly = "7.375"
    prices = {
      "dynamodb/on-demand/wru"    = 0.625
      "dynamodb/on-demand/rru"    = 0.125
      "dynamodb/storage/standard" = 0.25
      "dynamodb/backup/pitr"      = 0.20
    }
    source = "aws.amazon.com/dynamodb/pricing, us-east-1, 2025-08"
  }

  example "replicas repeat capacity and storage in their regions" {
    given = {
      write_capacity = 10
      read_capacity  = 10
      replica        = [{ region_name = "eu-west-1" }, { region_name = "us-west-2", point_in_time_recovery = true }]
    }
    usage = { storage_gb = 4 }
    want = {
      "write capacity"              = 7300
      "read capacity"               = 7300
      "write capacity in eu-west-1" = 7300
      "read capacity in eu-west-1"  = 7300
      "write capacity in us-west-2" = 7300
      "read capacity in us-west-2"  = 7300
      "storage"                     = 4
      "storage in eu-west-1"        = 4
      "storage in us-west-2"        = 4
    }
    unused = ["point-in-time recovery in us-west-2"]
  }

  example "scaled, with the capacity it starts at" {
    given = { write_capacity = 10, read_capacity = 10, global_secondary_index = [{ write_capacity = 5, read_capacity = 5 }] }
    refs = {
      scaling = [
        { scalable_dimension = "dynamodb:table:ReadCapacityUnits", min_capacity = 5, max_capacity = 100 },
        { scalable_dimension = "dynamodb:index:ReadCapacityUnits", min_capacity = 5, max_capacity = 50 },
      ]
    }
    usage = { storage_gb = 1 }
    want  = { "write capacity" = 10950, "read capacity" = 10950, storage = 1 }
  }

  example "infrequent access" {
    given   = { billing_mode = "PAY_PER_REQUEST", table_class = "STANDARD_INFREQUENT_ACCESS" }
    usage   = { monthly_write_request_units = 1000000, monthly_read_request_units = 1000000, storage_gb = 10, on_demand_backup_storage_gb = 10 }
    want    = { "write requests" = 1, "read requests" = 1, storage = 10, "backups on demand" = 10 }
    monthly = "2.935"
    prices = {
      "dynamodb/on-demand-ia/wru"    = 0.78
      "dynamodb/on-demand-ia/rru"    = 0.155
      "dynamodb/storage/standard-ia" = 0.10
      "dynamodb/backup/on-demand"    = 0.10
    }
    source = "aws.amazon.com/dynamodb/pricing, us-east-1, 2025-08"
  }

  example "capacity known only after apply" {
    given  = { write_capacity = unknown, read_capacity = 5 }
    want   = { "read capacity" = 3650 }
    unused = ["storage"]
    gaps   = ["write capacity"]
    status = "partial"
  }
}
