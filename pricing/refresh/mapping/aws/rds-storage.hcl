# Storage of RDS and Aurora, what is provisioned beside, and serverless capacity.
list "AmazonRDS" {
  price "rds/storage/gp2/single-az" {
    where = { usagetype = "~RDS:GP2-Storage", productFamily = "Database Storage", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "rds/storage/gp3/single-az" {
    where = { usagetype = "~RDS:GP3-Storage", productFamily = "Database Storage", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "rds/storage/io1/single-az" {
    where = { usagetype = "~RDS:PIOPS-Storage", productFamily = "Database Storage", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "rds/storage/io2/single-az" {
    where = { usagetype = "~RDS:PIOPS-Storage-IO2", productFamily = "Database Storage", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "rds/storage/magnetic/single-az" {
    where = { usagetype = "~RDS:StorageUsage", productFamily = "Database Storage", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "rds/iops/io1/single-az" {
    where = { usagetype = "~RDS:PIOPS", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "IOPS-month"
    units = { "IOPS-Mo" = 1 }
  }
  price "rds/iops/gp3/single-az" {
    where = { usagetype = "~RDS:GP3-PIOPS", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "IOPS-month"
    units = { "IOPS-Mo" = 1 }
  }
  price "rds/throughput/gp3/single-az" {
    where = { usagetype = "~RDS:GP3-Throughput", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "MBps-month"
    units = { "MBPS-Mo" = 1, "MBps-Mo" = 1, "MBps-month" = 1 }
  }
  price "rds/storage/gp2/multi-az" {
    where = { usagetype = "~RDS:Multi-AZ-GP2-Storage", productFamily = "Database Storage", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "rds/storage/gp3/multi-az" {
    where = { usagetype = "~RDS:Multi-AZ-GP3-Storage", productFamily = "Database Storage", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "rds/storage/io1/multi-az" {
    where = { usagetype = "~RDS:Multi-AZ-PIOPS-Storage", productFamily = "Database Storage", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "rds/storage/io2/multi-az" {
    where = { usagetype = "~RDS:Multi-AZ-PIOPS-Storage-IO2", productFamily = "Database Storage", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "rds/storage/magnetic/multi-az" {
    where = { usagetype = "~RDS:Multi-AZ-StorageUsage", productFamily = "Database Storage", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "rds/iops/io1/multi-az" {
    where = { usagetype = "~RDS:Multi-AZ-PIOPS", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "IOPS-month"
    units = { "IOPS-Mo" = 1 }
  }
  price "rds/iops/gp3/multi-az" {
    where = { usagetype = "~RDS:Multi-AZ-GP3-PIOPS", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "IOPS-month"
    units = { "IOPS-Mo" = 1 }
  }
  price "rds/throughput/gp3/multi-az" {
    where = { usagetype = "~RDS:Multi-AZ-GP3-Throughput", databaseEngine = "MySQL | PostgreSQL | MariaDB | Any" }
    unit  = "MBps-month"
    units = { "MBPS-Mo" = 1, "MBps-Mo" = 1, "MBps-month" = 1 }
  }
  price "rds/aurora/serverless-v2/mysql/standard" {
    where = { usagetype = "~Aurora:ServerlessV2Usage", databaseEngine = "Aurora MySQL" }
    unit  = "ACU-hour"
    units = { "ACU-Hr" = 1, "ACU-Hrs" = 1, "ACU-hours" = 1 }
  }
  price "rds/aurora/serverless-v2/mysql/io-optimized" {
    where = { usagetype = "~Aurora:ServerlessV2IOOptimizedUsage | ~Aurora:ServerlessV2UsageIOOptimized", databaseEngine = "Aurora MySQL" }
    unit  = "ACU-hour"
    units = { "ACU-Hr" = 1, "ACU-Hrs" = 1, "ACU-hours" = 1 }
  }
  price "rds/aurora/serverless-v2/postgresql/standard" {
    where = { usagetype = "~Aurora:ServerlessV2Usage", databaseEngine = "Aurora PostgreSQL" }
    unit  = "ACU-hour"
    units = { "ACU-Hr" = 1, "ACU-Hrs" = 1, "ACU-hours" = 1 }
  }
  price "rds/aurora/serverless-v2/postgresql/io-optimized" {
    where = { usagetype = "~Aurora:ServerlessV2IOOptimizedUsage | ~Aurora:ServerlessV2UsageIOOptimized", databaseEngine = "Aurora PostgreSQL" }
    unit  = "ACU-hour"
    units = { "ACU-Hr" = 1, "ACU-Hrs" = 1, "ACU-hours" = 1 }
  }
  price "rds/aurora/storage/standard" {
    where = { usagetype = "~Aurora:StorageUsage" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "rds/aurora/storage/io-optimized" {
    where = { usagetype = "~Aurora:IO-OptimizedStorageUsage" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "rds/aurora/io-requests" {
    where = { usagetype = "~Aurora:StorageIOUsage" }
    unit  = "1M-requests"
    units = { IOs = 1000000 }
  }
  price "rds/aurora/backup-storage" {
    where = { usagetype = "~Aurora:BackupUsage" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
  price "rds/backup-storage" {
    where = { usagetype = "~RDS:ChargedBackupUsage" }
    unit  = "GB-month"
    units = { "GB-Mo" = 1, "GB-month" = 1, "GB-Month" = 1 }
  }
}
