# A Keyspaces table: read and write requests on demand, the default, or hours of
# provisioned capacity; gigabytes stored; continuous backups by the size of the
# table; rows deleted by time to live. A keyspace in several regions is billed
# for writes and storage in each, which is not multiplied here.
resource "aws_keyspaces_table" {
  assume "capacity_specification" {
    why = "on demand, the default"
  }
  assume "capacity_specification.throughput_mode" {
    value = "PAY_PER_REQUEST"
    why   = "on demand, the default"
  }
  assume "point_in_time_recovery" {
    why = "disabled, the default"
  }

  usage "monthly_read_request_units" {
    unit        = "units"
    description = "read request units a month"
  }
  usage "monthly_write_request_units" {
    unit        = "units"
    description = "write request units a month"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "data stored"
  }
  usage "monthly_ttl_deletes" {
    unit        = "units"
    default     = null
    description = "rows deleted by time to live a month, by the kilobyte"
  }

  let {
    provisioned = upper(get(self.capacity_specification, "throughput_mode", "PAY_PER_REQUEST")) == "PROVISIONED"
    recovery    = upper(get(self.point_in_time_recovery, "status", "DISABLED")) == "ENABLED"
  }

  cost "read capacity" {
    when     = let.provisioned
    quantity = get(self.capacity_specification, "read_capacity_units") * hours
    unit     = "unit-hour"
    price    = "keyspaces/provisioned/read"
  }
  cost "write capacity" {
    when     = let.provisioned
    quantity = get(self.capacity_specification, "write_capacity_units") * hours
    unit     = "unit-hour"
    price    = "keyspaces/provisioned/write"
  }

  cost "read requests" {
    when     = !let.provisioned
    quantity = usage.monthly_read_request_units / 1000000
    unit     = "1M-requests"
    price    = "keyspaces/on-demand/rru"
  }
  cost "write requests" {
    when     = !let.provisioned
    quantity = usage.monthly_write_request_units / 1000000
    unit     = "1M-requests"
    price    = "keyspaces/on-demand/wru"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "keyspaces/storage"
  }
  cost "continuous backups" {
    when     = let.recovery
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "keyspaces/pitr"
  }
  cost "TTL deletes" {
    when     = usage.monthly_ttl_deletes != null
    quantity = usage.monthly_ttl_deletes == null ? null : usage.monthly_ttl_deletes / 1000000
    unit     = "1M-requests"
    price    = "keyspaces/ttl-delete"
  }

  uses "table" {
    gap = "what a table occupies besides storage is not published"
  }

  example "on demand, with continuous backups" {
    given   = { capacity_specification = unknown, point_in_time_recovery = [{ status = "ENABLED" }] }
    omitted = ["capacity_specification"]
    usage   = { monthly_read_request_units = 100000000, monthly_write_request_units = 10000000, storage_gb = 100 }
    want    = { "read requests" = 100, "write requests" = 10, storage = 100, "continuous backups" = 100 }
    monthly = "63.75"
    prices  = { "keyspaces/on-demand/rru" = 0.125, "keyspaces/on-demand/wru" = 0.625, "keyspaces/storage" = 0.25, "keyspaces/pitr" = 0.20 }
    source  = "aws.amazon.com/keyspaces/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "provisioned" {
    given  = { capacity_specification = [{ throughput_mode = "PROVISIONED", read_capacity_units = 100, write_capacity_units = 50 }], point_in_time_recovery = [] }
    usage  = { storage_gb = 10, monthly_ttl_deletes = 1000000 }
    want   = { "read capacity" = 73000, "write capacity" = 36500, storage = 10, "TTL deletes" = 1 }
    prices = { "keyspaces/provisioned/read" = 0.00013, "keyspaces/provisioned/write" = 0.00065, "keyspaces/ttl-delete" = 0.275 }
  }

  example "no use given" {
    given  = { capacity_specification = [], point_in_time_recovery = [] }
    want   = {}
    unused = ["read requests", "write requests", "storage"]
    status = "usage"
  }

  example "mode known only after apply" {
    given  = { capacity_specification = [{ throughput_mode = unknown }], point_in_time_recovery = [] }
    usage  = { monthly_read_request_units = 1, monthly_write_request_units = 1, storage_gb = 10 }
    want   = { storage = 10 }
    gaps   = ["read capacity", "write capacity", "read requests", "write requests"]
    status = "partial"
  }
}
