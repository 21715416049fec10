# Databases. Short names leave the service out of the product.
list "Azure Database for PostgreSQL" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "postgresql/{short}/{sku}/{meter}" {
    where = { type = "Consumption", product = "azure-database-for-postgresql-{short} | az-db-for-postgresql-{short}" }
    known = true
  }
  price "postgresql/{product}/{sku}/{meter}" {
    where = { type = "Consumption", product = "azure-cosmos-db-for-postgresql-*" }
    known = true
  }
}
list "Azure Database for MySQL" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "mysql/{short}/{sku}/{meter}" {
    where = { type = "Consumption", product = "azure-database-for-mysql-{short} | az-db-for-mysql-{short}" }
    known = true
  }
}
list "SQL Database" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "sql-database/{short}/{sku}/{meter}" {
    where = { type = "Consumption", product = "sql-database-{short}" }
    known = true
  }
}
list "Azure Cosmos DB" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "cosmos-db/{sku}-{meter}" {
    where = { type = "Consumption", product = "azure-cosmos-db" }
    known = true
  }
  price "cosmos-db/{short}-{sku}-{meter}" {
    where = { type = "Consumption", product = "azure-cosmos-db-{short}" }
    known = true
  }
  price "cosmos-db/{product}-{sku}-{meter}" {
    where = { type = "Consumption", product = "!azure-cosmos-db | !azure-cosmos-db-*" }
    known = true
  }
}
list "Redis Cache" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "redis/{tier}/{sku}" {
    where = { type = "Consumption", product = "azure-redis-cache-{tier}", meter = "*-cache" }
    known = true
  }
  price "redis/{tier}/{sku}/instance" {
    where = { type = "Consumption", product = "azure-redis-cache-{tier}", meter = "*-cache-instance" }
    known = true
  }
  price "redis/managed-{tier}/{sku}/instance" {
    where = { type = "Consumption", product = "azure-managed-redis-{tier}", meter = "*-cache-instance" }
    known = true
  }
}
