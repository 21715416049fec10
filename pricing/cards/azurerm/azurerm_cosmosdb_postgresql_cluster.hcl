# A cluster of Cosmos DB for PostgreSQL (Citus): vCore-hours and storage of the
# coordinator and of each worker. High availability keeps a standby of every node,
# so all of it doubles. Burstable coordinators, for clusters without workers, have
# prices of their own by size. Backups of 35 days are included.
resource "azurerm_cosmosdb_postgresql_cluster" {
  assume "coordinator_storage_quota_in_mb" {
    why = "the coordinator's storage is left to the service"
  }
  assume "node_storage_quota_in_mb" {
    why = "the workers' storage is left to the service"
  }

  let {
    edition = lower(coalesce(self.coordinator_server_edition, "GeneralPurpose"))
    burst   = startswith(let.edition, "burstable")
    vcores  = coalesce(self.coordinator_vcore_count, 0)
    workers = self.node_count
    size    = coalesce(self.node_vcores, 0)
    double  = coalesce(self.ha_enabled, false) ? 2 : 1
    product = "azure-database-for-postgresql/azure-cosmos-db-for-postgresql"
  }

  cost "coordinator" {
    quantity = let.double * hours * (let.burst ? 1 : let.vcores)
    unit     = "hour"
    price    = let.burst ? "${let.product}-compute-burstable/${let.vcores}-vcore/vcore" : "${let.product}-compute-coordinator-node/vcore"
  }

  cost "workers" {
    when     = let.workers > 0
    quantity = let.double * hours * let.workers * let.size
    unit     = "hour"
    price    = "${let.product}-compute-worker-node/vcore"
  }

  cost "coordinator storage" {
    quantity = let.double * self.coordinator_storage_quota_in_mb / 1024
    unit     = "GiB-month"
    price    = "${let.product}-general-purpose-storage/general-purpose/general-purpose-data-stored"
  }

  cost "worker storage" {
    when     = let.workers > 0
    quantity = let.double * let.workers * self.node_storage_quota_in_mb / 1024
    unit     = "GiB-month"
    price    = "${let.product}-general-purpose-storage/general-purpose/general-purpose-data-stored"
  }

  # A coordinator has 4 GiB of memory for a vCore, a worker 8.
  uses "coordinator" {
    vcpu       = let.vcores
    memory_gib = let.vcores * 4
    count      = let.double
  }
  uses "workers" {
    when       = let.workers > 0
    vcpu       = let.size
    memory_gib = let.size * 8
    count      = let.double * let.workers
  }
  uses "storage" {
    storage   = "postgresql"
    gigabytes = let.double * (self.coordinator_storage_quota_in_mb + (let.workers > 0 ? let.workers * self.node_storage_quota_in_mb : 0)) / 1024
  }

  example "two workers" {
    given   = { node_count = 2, coordinator_vcore_count = 4, coordinator_storage_quota_in_mb = 131072, node_vcores = 4, node_storage_quota_in_mb = 524288, ha_enabled = false }
    want    = { coordinator = 2920, workers = 5840, "coordinator storage" = 128, "worker storage" = 1024 }
    status  = "priced"
    monthly = "1549.12516" # 383.35804 + 1007.94312 + 157.824
    prices = {
      "azure-database-for-postgresql/azure-cosmos-db-for-postgresql-compute-coordinator-node/vcore"                                      = 0.131287
      "azure-database-for-postgresql/azure-cosmos-db-for-postgresql-compute-worker-node/vcore"                                           = 0.172593
      "azure-database-for-postgresql/azure-cosmos-db-for-postgresql-general-purpose-storage/general-purpose/general-purpose-data-stored" = 0.137
    }
    source = "azure.microsoft.com/pricing/details/cosmos-db, West Europe, 2026-08"
  }

  example "no workers, burstable" {
    given  = { node_count = 0, coordinator_server_edition = "BurstableGeneralPurpose", coordinator_vcore_count = 2, coordinator_storage_quota_in_mb = 131072 }
    want   = { coordinator = 730, "coordinator storage" = 128 }
    prices = { "azure-database-for-postgresql/azure-cosmos-db-for-postgresql-compute-burstable/2-vcore/vcore" = 0.0996 }
  }

  example "with standbys" {
    given = { node_count = 2, coordinator_vcore_count = 2, coordinator_storage_quota_in_mb = 131072, node_vcores = 2, node_storage_quota_in_mb = 131072, ha_enabled = true }
    want  = { coordinator = 2920, workers = 5840, "coordinator storage" = 256, "worker storage" = 512 }
  }

  example "storage left to the service" {
    given   = { node_count = 0, coordinator_vcore_count = 4, coordinator_storage_quota_in_mb = unknown }
    omitted = ["coordinator_storage_quota_in_mb"]
    want    = { coordinator = 2920 }
    gaps    = ["coordinator storage"]
    status  = "partial"
  }
}
