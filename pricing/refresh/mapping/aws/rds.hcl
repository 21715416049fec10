# Machines of RDS and Aurora. Extended support, RDS Custom and reserved capacity
# have usage types of their own.
words "engine" {
  are = {
    "MySQL"        = "mysql", "PostgreSQL" = "postgres", "MariaDB" = "mariadb"
    "Aurora MySQL" = "aurora-mysql", "Aurora PostgreSQL" = "aurora-postgresql"
  }
}
words "deployment" {
  are = {
    "Single-AZ"                    = "single-az", "Multi-AZ" = "multi-az", "Multi-AZ (readable standbys)" = "multi-az-cluster"
    "Multi-AZ (SQL Server Mirror)" = "multi-az"
  }
}
words "oracle" { are = { "Standard Two" = "oracle-se2", "Enterprise" = "oracle-ee" } }
words "sqlserver" {
  are = { "Express" = "sqlserver-ex", "Web" = "sqlserver-web", "Standard" = "sqlserver-se", "Enterprise" = "sqlserver-ee" }
}
words "licence" { are = { "License included" = "license-included", "Bring your own license" = "byol" } }

list "AmazonRDS" {
  price "rds/{instanceType}/{databaseEngine|engine}/{deploymentOption|deployment}" {
    where = {
      productFamily = "Database Instance", databaseEngine = "MySQL | PostgreSQL | MariaDB", licenseModel = "No license required | License included"
      usagetype     = "~InstanceUsage:* | ~Multi-AZUsage:* | ~Multi-AZClusterUsage:*"
    }
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "rds/{instanceType}/{databaseEngine|engine}-standard/{deploymentOption|deployment}" {
    where = {
      productFamily = "Database Instance", databaseEngine = "Aurora MySQL | Aurora PostgreSQL", deploymentOption = "Single-AZ"
      usagetype     = "~InstanceUsage:*"
    }
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "rds/{instanceType}/{databaseEngine|engine}-io-optimized/{deploymentOption|deployment}" {
    where = {
      productFamily = "Database Instance", databaseEngine = "Aurora MySQL | Aurora PostgreSQL", deploymentOption = "Single-AZ"
      usagetype     = "~InstanceUsageIOOptimized:*"
    }
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "rds/{instanceType}/{databaseEdition|oracle}-{licenseModel|licence}/{deploymentOption|deployment}" {
    where = {
      productFamily = "Database Instance", databaseEngine = "Oracle", usagetype = "~InstanceUsage:* | ~Multi-AZUsage:*"
    }
    unit  = "hour"
    units = { Hrs = 1 }
  }
  price "rds/{instanceType}/{databaseEdition|sqlserver}-{licenseModel|licence}/{deploymentOption|deployment}" {
    where = {
      productFamily = "Database Instance", databaseEngine = "SQL Server", licenseModel = "License included"
      usagetype     = "~InstanceUsage:* | ~Multi-AZUsage:* | ~MirrorUsage:* | ~Mirror*Usage:*"
    }
    unit  = "hour"
    units = { Hrs = 1 }
  }
}
