# A cluster of DocumentDB (Cosmos DB for MongoDB by vCore): hours of the machine
# of each shard and the storage of each. High availability keeps a second machine
# and a second copy of the storage of every shard, so both double. The free tier
# costs nothing. A replica in another region is a cluster of its own.
resource "azurerm_mongo_cluster" {
  let {
    tier   = lower(self.compute_tier)
    burst  = lookup({ m10 = "b1ms", m20 = "b2s", m25 = "b2ms" }, let.tier, "")
    vcores = lookup({ m10 = 1, m20 = 2, m25 = 2, m30 = 2, m40 = 4, m50 = 8, m60 = 16, m80 = 32, m200 = 64 }, let.tier, 0)
    # GiB of memory by the size table of the service.
    memory = lookup({ m10 = 2, m20 = 4, m25 = 8, m30 = 8, m40 = 16, m50 = 32, m60 = 64, m80 = 128, m200 = 256 }, let.tier, 0)
    shards = coalesce(self.shard_count, 1) * (lower(coalesce(self.high_availability_mode, "Disabled")) == "disabled" ? 1 : 2)
    paid   = let.tier != "free"
  }

  cost "compute" {
    when     = let.paid
    quantity = let.shards * hours
    unit     = "hour"
    price    = let.vcores == 0 ? null : let.burst != "" ? "azure-cosmos-db/azure-documentdb/${let.burst}/vcore" : "azure-cosmos-db/azure-documentdb/worker-node-${let.vcores}-vcore/vcore"
    hint     = "this tier is not in the catalogue"
  }

  cost "storage" {
    when     = let.paid
    quantity = let.shards * self.storage_size_in_gb
    unit     = "GB-month"
    price    = "azure-cosmos-db/azure-documentdb/general-purpose-storage/general-purpose-storage-data-stored"
  }

  uses "compute" {
    when       = let.paid && let.vcores > 0
    vcpu       = let.vcores
    memory_gib = let.memory
    count      = let.shards
  }
  uses "storage" {
    when      = let.paid
    storage   = "cosmos-db"
    gigabytes = self.storage_size_in_gb
    count     = let.shards
  }

  example "M30 with 128 GB" {
    given   = { compute_tier = "M30", shard_count = 1, storage_size_in_gb = 128, high_availability_mode = "Disabled" }
    want    = { compute = 730, storage = 128 }
    status  = "priced"
    monthly = "269.52178"
    prices  = { "azure-cosmos-db/azure-documentdb/worker-node-2-vcore/vcore" = 0.345186, "azure-cosmos-db/azure-documentdb/general-purpose-storage/general-purpose-storage-data-stored" = 0.137 }
    source  = "azure.microsoft.com/pricing/details/documentdb, West Europe, 2026-08"
  }

  example "two shards, highly available" {
    given = { compute_tier = "M40", shard_count = 2, storage_size_in_gb = 64, high_availability_mode = "ZoneRedundantPreferred" }
    want  = { compute = 2920, storage = 256 }
  }

  example "burstable" {
    given  = { compute_tier = "M25", shard_count = 1, storage_size_in_gb = 32, high_availability_mode = "Disabled" }
    want   = { compute = 730, storage = 32 }
    prices = { "azure-cosmos-db/azure-documentdb/b2ms/vcore" = 0.1494 }
  }

  example "free" {
    given  = { compute_tier = "Free", shard_count = 1, storage_size_in_gb = 32, high_availability_mode = "Disabled" }
    want   = {}
    status = "free"
  }

  example "tier known only after apply" {
    given  = { compute_tier = unknown, storage_size_in_gb = 64, high_availability_mode = "Disabled" }
    want   = {}
    gaps   = ["compute", "storage"]
    status = "gap"
  }
}
