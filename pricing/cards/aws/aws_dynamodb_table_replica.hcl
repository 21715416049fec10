# A replica of a DynamoDB table in this region: writes replicated to it and reads
# of it, on demand or by provisioned capacity as the table is, and gigabytes
# stored. Where the table is not in the plan its mode is not known.
resource "aws_dynamodb_table_replica" {
  ref "table" {
    path  = "global_table_arn"
    types = ["aws_dynamodb_table"]

    assume "billing_mode" {
      value = "PROVISIONED"
      why   = "PROVISIONED, the provider's default"
    }
    assume "table_class" {
      value = "STANDARD"
      why   = "STANDARD, the provider's default"
    }
  }

  usage "monthly_write_request_units" {
    unit        = "units"
    description = "write request units replicated a month, of a table on demand"
  }
  usage "monthly_read_request_units" {
    unit        = "units"
    description = "read request units of the replica a month, of a table on demand"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "data stored in the replica"
  }

  let {
    demand = upper(coalesce(get(refs.table, "billing_mode"), "PROVISIONED")) == "PAY_PER_REQUEST"
    ia     = upper(coalesce(first(self.table_class_override, get(refs.table, "table_class")), "STANDARD")) == "STANDARD_INFREQUENT_ACCESS" ? "-ia" : ""
    pitr   = coalesce(self.point_in_time_recovery, false)
    known  = refs.table != null
  }

  cost "replicated writes, provisioned" {
    when     = let.known && !let.demand
    quantity = get(refs.table, "write_capacity") * hours
    unit     = "rWCU-hour"
    price    = "dynamodb/provisioned${let.ia}/rwcu"
  }
  cost "reads, provisioned" {
    when     = let.known && !let.demand
    quantity = get(refs.table, "read_capacity") * hours
    unit     = "RCU-hour"
    price    = "dynamodb/provisioned${let.ia}/rcu"
  }

  cost "replicated writes" {
    when     = !let.known || let.demand
    quantity = usage.monthly_write_request_units / 1000000
    unit     = "1M-requests"
    price    = "dynamodb/on-demand${let.ia}/rwru"
  }
  cost "reads" {
    when     = !let.known || let.demand
    quantity = usage.monthly_read_request_units / 1000000
    unit     = "1M-requests"
    price    = "dynamodb/on-demand${let.ia}/rru"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "dynamodb/storage/standard${let.ia}"
    whole    = true
  }
  cost "continuous backups" {
    when     = let.pitr
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "dynamodb/backup/pitr"
  }

  uses "replica" {
    gap = "what a table occupies besides storage is not published"
  }

  example "of a provisioned table, with continuous backups" {
    region  = "us-west-2"
    given   = { global_table_arn = unknown, point_in_time_recovery = true }
    refs    = { table = { billing_mode = "PROVISIONED", read_capacity = 10, write_capacity = 5 } }
    usage   = { storage_gb = 100 }
    want    = { "replicated writes, provisioned" = 3650, "reads, provisioned" = 7300, storage = 100, "continuous backups" = 100 }
    monthly = "48.3215" # 3,650 x 0.00065 + 7,300 x 0.00013 + 25 + 20
    prices  = { "dynamodb/provisioned/rwcu" = 0.00065, "dynamodb/provisioned/rcu" = 0.00013, "dynamodb/storage/standard" = 0.25, "dynamodb/backup/pitr" = 0.20 }
    source  = "aws.amazon.com/dynamodb/pricing, us-west-2, 2025-08"
    status  = "priced"
  }

  example "of a table on demand" {
    given  = { global_table_arn = unknown }
    refs   = { table = { billing_mode = "PAY_PER_REQUEST" } }
    usage  = { monthly_write_request_units = 10000000, monthly_read_request_units = 20000000, storage_gb = 10 }
    want   = { "replicated writes" = 10, reads = 20, storage = 10 }
    prices = { "dynamodb/on-demand/rwru" = 0.625, "dynamodb/on-demand/rru" = 0.125 }
  }

  example "of infrequent access, in the replica alone" {
    given  = { global_table_arn = unknown, table_class_override = "STANDARD_INFREQUENT_ACCESS" }
    refs   = { table = { billing_mode = "PAY_PER_REQUEST" } }
    usage  = { monthly_write_request_units = 0, monthly_read_request_units = 0, storage_gb = 100 }
    want   = { "replicated writes" = 0, reads = 0, storage = 100 }
    prices = { "dynamodb/storage/standard-ia" = 0.10 }
  }

  example "table of another plan" {
    given  = { global_table_arn = "arn:aws:dynamodb:us-east-1:1:table/t" }
    want   = {}
    unused = ["replicated writes", "reads", "storage"]
    status = "usage"
  }

  example "capacity known only after apply" {
    given  = { global_table_arn = unknown }
    refs   = { table = { billing_mode = "PROVISIONED", read_capacity = unknown, write_capacity = 5 } }
    usage  = { storage_gb = 1 }
    want   = { "replicated writes, provisioned" = 3650, storage = 1 }
    gaps   = ["reads, provisioned"]
    status = "partial"
  }
}
