# Cloud SQL by what MySQL costs; PostgreSQL costs the same.
list "9662-B51E-5089" {
  price "cloudsql/enterprise/vcpu/zonal" {
    where = { description = "Cloud SQL for MySQL: Zonal - vCPU in *", usageType = "OnDemand" }
    unit  = "vCPU-hour"
    units = { h = 1 }
  }
  price "cloudsql/enterprise/memory/zonal" {
    where = { description = "Cloud SQL for MySQL: Zonal - RAM in *", usageType = "OnDemand" }
    unit  = "GiB-hour"
    units = { "GiBy.h" = 1 }
  }
  price "cloudsql/storage/ssd/zonal" {
    where = { description = "Cloud SQL for MySQL: Zonal - Standard storage in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "cloudsql/storage/hdd/zonal" {
    where = { description = "Cloud SQL for MySQL: Zonal - Low cost storage in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "cloudsql/instance/db-f1-micro/zonal" {
    where = { description = "Cloud SQL for MySQL: Zonal - Micro instance in *", usageType = "OnDemand" }
    unit  = "hour"
    units = { h = 1 }
  }
  price "cloudsql/instance/db-g1-small/zonal" {
    where = { description = "Cloud SQL for MySQL: Zonal - Small instance in *", usageType = "OnDemand" }
    unit  = "hour"
    units = { h = 1 }
  }
  price "cloudsql/enterprise/vcpu/regional" {
    where = { description = "Cloud SQL for MySQL: Regional - vCPU in *", usageType = "OnDemand" }
    unit  = "vCPU-hour"
    units = { h = 1 }
  }
  price "cloudsql/enterprise/memory/regional" {
    where = { description = "Cloud SQL for MySQL: Regional - RAM in *", usageType = "OnDemand" }
    unit  = "GiB-hour"
    units = { "GiBy.h" = 1 }
  }
  price "cloudsql/storage/ssd/regional" {
    where = { description = "Cloud SQL for MySQL: Regional - Standard storage in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "cloudsql/storage/hdd/regional" {
    where = { description = "Cloud SQL for MySQL: Regional - Low cost storage in *", usageType = "OnDemand" }
    unit  = "GiB-month"
    units = { "GiBy.mo" = 1 }
  }
  price "cloudsql/instance/db-f1-micro/regional" {
    where = { description = "Cloud SQL for MySQL: Regional - Micro instance in *", usageType = "OnDemand" }
    unit  = "hour"
    units = { h = 1 }
  }
  price "cloudsql/instance/db-g1-small/regional" {
    where = { description = "Cloud SQL for MySQL: Regional - Small instance in *", usageType = "OnDemand" }
    unit  = "hour"
    units = { h = 1 }
  }
}
