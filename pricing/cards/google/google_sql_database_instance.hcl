# A Cloud SQL instance: vCPUs and memory of its tier, or hours of a shared-core
# tier, its disk, its backups, and its public address while it is stopped.
#
# The tier's name holds vCPUs and memory: db-custom-4-15360, db-n1-standard-4,
# db-perf-optimized-N-4. A REGIONAL instance has a standby in another zone and
# prices of twice as much. A read replica is an instance like any other, never
# smaller than its source's disk. SQL Server adds a licence by vCPU, four at
# least. A stopped instance (activation_policy NEVER) pays for its disk and its
# idle address only. Disks grow by themselves unless disk_autoresize is off.
resource "google_sql_database_instance" {
  assume "settings.edition" {
    why = "the edition the tier belongs to"
  }
  assume "settings.activation_policy" {
    value = "ALWAYS"
    why   = "ALWAYS, the provider's default"
  }
  assume "settings.availability_type" {
    value = "ZONAL"
    why   = "ZONAL, the provider's default"
  }
  assume "settings.disk_size" {
    why = "not configured: the source's size for a replica, else 10 GB, the smallest"
  }
  assume "settings.disk_type" {
    value = "PD_SSD"
    why   = "PD_SSD, the default of the API"
  }
  assume "settings.ip_configuration" {
    why = "a public address, the provider's default"
  }
  assume "settings.data_cache_config" {
    why = "not configured: no data cache"
  }
  assume "settings.data_disk_provisioned_iops" {
    why = "what the disk includes"
  }
  assume "settings.data_disk_provisioned_throughput" {
    why = "what the disk includes"
  }
  assume "instance_type" {
    why = "not a read pool"
  }
  assume "node_count" {
    value = 1
    why   = "not a read pool"
  }
  assume "master_instance_name" {
    why = "not a replica"
  }

  ref "source" {
    path  = "master_instance_name"
    types = ["google_sql_database_instance"]
    assume "settings.disk_size" {
      why = "not configured: 10 GB, the smallest"
    }
  }

  usage "backup_storage_gb" {
    unit        = "GB"
    description = "backups kept, automatic and on demand"
  }
  usage "data_cache_gb" {
    unit        = "GB"
    description = "data cache of an Enterprise Plus instance, by its size"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }

  let {
    settings = first(self.settings, [])
    tier     = lower(get(let.settings, "tier"))
    hours    = coalesce(usage.monthly_hrs, hours)
    runs     = upper(coalesce(get(let.settings, "activation_policy"), "ALWAYS")) != "NEVER"

    availability = upper(coalesce(get(let.settings, "availability_type"), "ZONAL")) == "REGIONAL" ? "regional" : "zonal"
    copies       = let.availability == "regional" ? 2 : 1
    nodes        = upper(coalesce(self.instance_type, "")) == "READ_POOL_INSTANCE" ? coalesce(self.node_count, 1) : 1

    # A tier that is not known yet is one gap, not one of each piece.
    shared  = known(contains(["db-f1-micro", "db-g1-small"], let.tier), false)
    custom  = regexall("^db-custom-(?:[a-z0-9]+-)?([0-9]+)-([0-9]+)$", let.tier)
    sized   = regexall("^db-(?:n1-)?(standard|highmem|lightweight)-([0-9]+)$", let.tier)
    perf    = regexall("^db-(?:perf-optimized-n|c4a-highmem)-([0-9]+)$", let.tier)
    by_cpu  = { standard = 3.75, highmem = 6.5, lightweight = 0 }
    vcpu    = length(let.custom) > 0 ? tonumber(let.custom[0][0]) : length(let.sized) > 0 ? tonumber(let.sized[0][1]) : length(let.perf) > 0 ? tonumber(let.perf[0][0]) : null
    fixed   = { "db-lightweight-1" = 3.75, "db-lightweight-2" = 3.75, "db-lightweight-4" = 3.75, "db-perf-optimized-n-128" = 864 }
    perf_gb = length(let.perf) > 0 ? 8 * let.vcpu : null
    memory  = lookup(let.fixed, let.tier, 0) > 0 ? let.fixed[let.tier] : length(let.custom) > 0 ? tonumber(let.custom[0][1]) / 1024 : length(let.sized) > 0 ? let.by_cpu[let.sized[0][0]] * let.vcpu : let.perf_gb

    plus = known(length(let.perf) > 0, upper(coalesce(get(let.settings, "edition"), "")) == "ENTERPRISE_PLUS")
    line = let.plus ? "enterprise-plus" : "enterprise"

    kinds   = { PD_SSD = "ssd", PD_HDD = "hdd" }
    type    = upper(coalesce(get(let.settings, "disk_type"), "PD_SSD"))
    kind    = lookup(let.kinds, let.type, lower(replace(let.type, "_", "-")))
    size    = first(get(let.settings, "disk_size"), get(refs.source, "settings.disk_size"), 10)
    own     = "cloudsql/${let.plus ? "enterprise-plus/" : ""}storage/${let.kind}/${let.availability}"
    # The disk costs the same in both editions, and regions know one or the other.
    other   = "cloudsql/${let.plus ? "" : "enterprise-plus/"}storage/${let.kind}/${let.availability}"
    storage = priced(let.own) || !priced(let.other) ? let.own : let.other

    version   = upper(coalesce(self.database_version, ""))
    sqlserver = startswith(let.version, "SQLSERVER") && !endswith(let.version, "EXPRESS")
    licence   = element(split("_", lower(let.version)), length(split("_", let.version)) - 1)

    public = coalesce(get(let.settings, "ip_configuration.ipv4_enabled"), true)
  }

  cost "instance" {
    when     = let.runs && let.shared
    quantity = let.hours * let.nodes
    unit     = "hour"
    price    = "cloudsql/instance/${let.tier}/${let.availability}"
  }

  cost "vCPU" {
    when     = let.runs && !let.shared
    quantity = let.vcpu * let.hours * let.nodes
    unit     = "vCPU-hour"
    price    = "cloudsql/${let.line}/vcpu/${let.availability}"
  }

  cost "memory" {
    when     = let.runs && !let.shared
    quantity = let.memory * let.hours * let.nodes
    unit     = "GiB-hour"
    price    = "cloudsql/${let.line}/memory/${let.availability}"
  }

  cost "SQL Server licence" {
    when     = let.runs && let.sqlserver
    quantity = max(4, let.vcpu) * let.hours * let.nodes * let.copies
    unit     = "vCPU-hour"
    price    = "cloudsql/licence/sqlserver-${let.licence}"
  }

  cost "storage" {
    quantity = let.size * let.nodes
    unit     = "GiB-month"
    price    = let.storage
  }

  cost "provisioned iops" {
    when     = startswith(let.type, "HYPERDISK") && get(let.settings, "data_disk_provisioned_iops") != null
    quantity = max(0, get(let.settings, "data_disk_provisioned_iops") - 3000) * let.copies
    unit     = "IOPS-month"
    price    = "cloudsql/storage/${let.kind}/iops"
  }

  cost "data cache" {
    when     = get(let.settings, "data_cache_config.data_cache_enabled", false)
    quantity = usage.data_cache_gb
    unit     = "GiB-month"
    price    = "cloudsql/enterprise-plus/data-cache/${let.availability}"
  }

  cost "backups" {
    quantity = usage.backup_storage_gb
    unit     = "GiB-month"
    price    = "cloudsql/backup"
  }

  cost "idle address" {
    when     = !let.runs && let.public
    quantity = hours
    unit     = "hour"
    price    = "cloudsql/idle-ip/${let.availability}"
  }

  uses "shared-core instance" {
    when       = let.runs && let.shared
    machine    = trimprefix(let.tier, "db-")
    vcpu_hours = let.hours
    count      = let.nodes * let.copies
  }

  uses "instance" {
    when       = let.runs && !let.shared
    vcpu       = let.vcpu
    memory_gib = let.memory
    isa        = length(regexall("c4a", let.tier)) > 0 ? "arm64" : "x86"
    vcpu_hours = let.hours
    count      = let.nodes * let.copies
  }

  # The table's regional row holds both copies.
  uses "storage" {
    storage   = "cloudsql"
    selector  = let.availability
    gigabytes = let.size * let.nodes
  }

  example "four vCPUs and 15 GiB, 100 GB of SSD" {
    given = {
      database_version = "POSTGRES_16"
      instance_type    = unknown
      node_count       = unknown
      settings         = [{ tier = "db-custom-4-15360", availability_type = "ZONAL", activation_policy = "ALWAYS", edition = unknown, disk_size = 100, disk_type = "PD_SSD", ip_configuration = unknown, data_cache_config = unknown }]
    }
    omitted = ["instance_type", "node_count", "settings.edition", "settings.ip_configuration", "settings.data_cache_config"]
    usage   = { backup_storage_gb = 50 }
    want    = { vCPU = 2920, memory = 10950, storage = 100, backups = 50 }
    status  = "priced"
    monthly = "218.246"
    prices  = { "cloudsql/enterprise/vcpu/zonal" = 0.0413, "cloudsql/enterprise/memory/zonal" = 0.007, "cloudsql/storage/ssd/zonal" = 0.17, "cloudsql/backup" = 0.08 }
    source  = "cloud.google.com/sql/pricing, us-central1, 2024-07"
  }

  example "REGIONAL is twice as much" {
    given   = { database_version = "POSTGRES_15", settings = [{ tier = "db-custom-2-7680", availability_type = "REGIONAL", disk_size = 50 }] }
    want    = { vCPU = 1460, memory = 5475, storage = 50 }
    unused  = ["backups"]
    monthly = "214.246"
    prices  = { "cloudsql/enterprise/vcpu/regional" = 0.0826, "cloudsql/enterprise/memory/regional" = 0.014, "cloudsql/storage/ssd/regional" = 0.34 }
    source  = "cloud.google.com/sql/pricing, us-central1, 2024-07"
  }

  example "shared core, with the smallest disk, the rest left to the provider" {
    given   = { database_version = "MYSQL_8_0", settings = [{ tier = "db-f1-micro", disk_size = unknown, disk_type = unknown, activation_policy = unknown, availability_type = unknown }] }
    omitted = ["settings.disk_size", "settings.disk_type", "settings.activation_policy", "settings.availability_type"]
    want    = { instance = 730, storage = 10 }
    unused  = ["backups"]
    monthly = "9.365"
    prices  = { "cloudsql/instance/db-f1-micro/zonal" = 0.0105, "cloudsql/storage/ssd/zonal" = 0.17 }
    source  = "cloud.google.com/sql/pricing, us-central1, 2026-09"
  }

  example "an old tier is its vCPUs and memory" {
    given  = { database_version = "MYSQL_8_0", settings = [{ tier = "db-n1-highmem-4", disk_size = 20 }] }
    want   = { vCPU = 2920, memory = 18980, storage = 20 }
    unused = ["backups"]
  }

  example "Enterprise Plus, by its tier" {
    region = "asia-northeast1"
    given  = { database_version = "POSTGRES_16", settings = [{ tier = "db-perf-optimized-N-4", edition = unknown, disk_size = 100, data_cache_config = [{ data_cache_enabled = true }] }] }
    omitted = ["settings.edition"]
    want    = { vCPU = 2920, memory = 23360, storage = 100 }
    status  = "partial"
    unused = ["data cache", "backups"]
  }

  example "SQL Server pays for four vCPUs at least" {
    given  = { database_version = "SQLSERVER_2022_STANDARD", settings = [{ tier = "db-custom-2-8192", disk_size = 100 }] }
    want   = { vCPU = 1460, memory = 5840, storage = 100 }
    unused = ["backups"]
    gaps   = ["SQL Server licence"]
  }

  example "stopped" {
    given  = { database_version = "POSTGRES_16", settings = [{ tier = "db-custom-1-3840", activation_policy = "NEVER", disk_size = 10, ip_configuration = unknown }] }
    omitted = ["settings.ip_configuration"]
    want    = { storage = 10, "idle address" = 730 }
    unused  = ["backups"]
    monthly = "9.00"
    prices  = { "cloudsql/storage/ssd/zonal" = 0.17, "cloudsql/idle-ip/zonal" = 0.01 }
    source  = "cloud.google.com/sql/pricing, us-central1, 2024-07"
  }

  example "a replica is as large as its source" {
    given   = { database_version = "POSTGRES_16", master_instance_name = "main", settings = [{ tier = "db-custom-4-15360", disk_size = unknown }] }
    omitted = ["settings.disk_size"]
    refs    = { source = { settings = [{ disk_size = 250 }] } }
    want    = { vCPU = 2920, memory = 10950, storage = 250 }
    unused  = ["backups"]
  }

  example "tier known only after apply" {
    given  = { database_version = "POSTGRES_16", settings = [{ tier = unknown, disk_size = 100 }] }
    want   = { storage = 100 }
    unused = ["backups"]
    gaps   = ["vCPU", "memory"]
    status = "partial"
  }
}
