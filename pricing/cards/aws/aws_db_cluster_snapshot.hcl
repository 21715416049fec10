# A snapshot of a database cluster: gigabytes kept. For Aurora, where snapshots
# a day old are free; for a cluster of RDS at the price of RDS snapshots.
resource "aws_db_cluster_snapshot" {
  ref "cluster" {
    path  = "db_cluster_identifier"
    types = ["aws_rds_cluster"]

    assume "engine" {
      value = "aurora"
      why   = "aurora, the provider's default"
    }
  }

  usage "backup_storage_gb" {
    unit        = "GB"
    description = "what the snapshot holds"
  }

  let {
    # Of a cluster of another plan the snapshot tells after apply.
    engine = lower(known(get(refs.cluster, "engine"), self.engine))
  }

  cost "backup storage" {
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = startswith(let.engine, "aurora") ? "rds/aurora/backup-storage" : "rds/backup-storage"
  }

  uses "backup storage" {
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.backup_storage_gb
  }

  example "of Aurora" {
    given   = { db_cluster_identifier = unknown, engine = unknown }
    refs    = { cluster = { engine = "aurora-postgresql" } }
    usage   = { backup_storage_gb = 1000 }
    want    = { "backup storage" = 1000 }
    monthly = "21.00"
    prices  = { "rds/aurora/backup-storage" = 0.021 }
    source  = "aws.amazon.com/rds/aurora/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "of a MySQL cluster" {
    given  = { db_cluster_identifier = unknown, engine = unknown }
    refs   = { cluster = { engine = "mysql" } }
    usage  = { backup_storage_gb = 100 }
    want   = { "backup storage" = 100 }
    prices = { "rds/backup-storage" = 0.095 }
  }

  example "size not given" {
    given  = { db_cluster_identifier = unknown, engine = unknown }
    refs   = { cluster = { engine = "aurora-mysql" } }
    want   = {}
    unused = ["backup storage"]
    status = "usage"
  }

  example "cluster of another plan" {
    given  = { db_cluster_identifier = "c", engine = unknown }
    usage  = { backup_storage_gb = 100 }
    want   = {}
    gaps   = ["backup storage"]
    status = "gap"
  }
}
