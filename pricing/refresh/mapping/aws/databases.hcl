# Machines of the other databases. The usage type names the size; instanceType does not always.
list "AmazonDocDB" {
  price "docdb/instance/{class}/standard" {
    where = { usagetype = "~InstanceUsage:{class}", productFamily = "Database Instance" }
    known = true
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "docdb/instance/{class}/io-optimized" {
    where = { usagetype = "~InstanceUsageIOOptimized:{class}", productFamily = "Database Instance" }
    known = true
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
}
list "AmazonNeptune" {
  price "neptune/instance/{class}/standard" {
    where = { usagetype = "~InstanceUsage:{class}", productFamily = "Database Instance" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "neptune/instance/{class}/io-optimized" {
    where = { usagetype = "~InstanceUsageIOOptimized:{class}", productFamily = "Database Instance" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
}
list "AmazonRedshift" {
  price "redshift/node/{class}" {
    where = { usagetype = "~Node:{class}", productFamily = "Compute Instance" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
}
list "AmazonES" {
  price "opensearch/instance/{class}" {
    where = { usagetype = "~ESInstance:*", productFamily = "Amazon OpenSearch Service Instance | Elastic Search Instance", instanceType = "{class}" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "opensearch/storage/gp2" {
    where = { usagetype = "~ES:GP2-Storage" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "opensearch/storage/gp3" {
    where = { usagetype = "~ES:GP3-Storage" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
}
list "AmazonDAX" {
  price "dax/node/{class}" {
    where = { usagetype = "~NodeUsage:{class}", productFamily = "DAX" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
}
list "AmazonMSK" {
  price "msk/broker/kafka.{size}" {
    where = { usagetype = "~Kafka.{size}" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
}
list "AWSDatabaseMigrationSvc" {
  price "dms/instance/{class}/single-az" {
    where = { usagetype = "~InstanceUsg:{class}", productFamily = "Replication Server" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "dms/instance/{class}/multi-az" {
    where = { usagetype = "~Multi-AZUsg:{class}", productFamily = "Replication Server" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
}
