# Nodes of caches; extended support and reserved nodes have usage types of their
# own, and nodes that move data to disk cost as listed.
words "cache" { are = { "Redis" = "redis", "Memcached" = "memcached", "Valkey" = "valkey" } }

list "AmazonElastiCache" {
  price "elasticache/node/{instanceType}/{cacheEngine|cache}" {
    where = { productFamily = "Cache Instance", usagetype = "~NodeUsage:*" }
    unit  = "hour"
    units = { Hrs = 1 }
  }
}
