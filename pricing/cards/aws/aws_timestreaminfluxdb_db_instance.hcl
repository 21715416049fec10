# An InfluxDB instance: hours of its type and gigabytes of its storage by
# included IOPS, both twice as dear with a standby in another zone.
resource "aws_timestreaminfluxdb_db_instance" {
  assume "db_storage_type" {
    value = "InfluxIOIncludedT1"
    why   = "3,000 IOPS included, the default"
  }
  assume "deployment_type" {
    value = "SINGLE_AZ"
    why   = "one zone, the default"
  }

  let {
    zones = upper(coalesce(self.deployment_type, "SINGLE_AZ")) == "SINGLE_AZ" ? "single-az" : "multi-az"
    kinds = { influxioincludedt1 = "3k-iops", influxioincludedt2 = "12k-iops", influxioincludedt3 = "16k-iops" }
    kind  = lookup(let.kinds, lower(coalesce(self.db_storage_type, "InfluxIOIncludedT1")), "other")
  }

  cost "instance" {
    quantity = hours
    unit     = "hour"
    price    = "timestream-influxdb/${let.zones}/${lower(self.db_instance_type)}"
  }

  cost "storage" {
    quantity = self.allocated_storage
    unit     = "GB-month"
    price    = "timestream-influxdb/storage/${let.kind}/${let.zones}"
  }

  uses "instance" {
    gap = "the machines of an InfluxDB instance are not published"
  }
  uses "storage" {
    storage   = "ebs"
    selector  = "gp3"
    gigabytes = self.allocated_storage * (let.zones == "multi-az" ? 2 : 1)
  }

  example "one zone" {
    given   = { db_instance_type = "db.influx.large", allocated_storage = 100, deployment_type = unknown, db_storage_type = unknown }
    omitted = ["deployment_type", "db_storage_type"]
    want    = { instance = 730, storage = 100 }
    monthly = "184.47"
    prices  = { "timestream-influxdb/single-az/db.influx.large" = 0.239, "timestream-influxdb/storage/3k-iops/single-az" = 0.10 }
    source  = "aws.amazon.com/timestream/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "with a standby and 12,000 IOPS" {
    given  = { db_instance_type = "db.influx.xlarge", allocated_storage = 400, deployment_type = "WITH_MULTIAZ_STANDBY", db_storage_type = "InfluxIOIncludedT2" }
    want   = { instance = 730, storage = 400 }
    prices = { "timestream-influxdb/multi-az/db.influx.xlarge" = 0.956, "timestream-influxdb/storage/12k-iops/multi-az" = 0.7 }
  }

  example "type known only after apply" {
    given  = { db_instance_type = unknown, allocated_storage = 20, deployment_type = "SINGLE_AZ" }
    want   = { storage = 20 }
    gaps   = ["instance"]
    status = "partial"
  }
}
