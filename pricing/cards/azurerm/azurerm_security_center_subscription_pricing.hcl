# A plan of Microsoft Defender for Cloud, switched on for a subscription: what it
# protects, by the hour, the month or the million, of which the plan shows
# nothing. The tier Free costs nothing. The price is the same in every region that
# is known, and held under West Europe; of plans for APIs, AI and the posture of the
# cloud it is not in the catalogue.
resource "azurerm_security_center_subscription_pricing" {
  usage "protected_resources" {
    unit        = "resources"
    description = "what the plan protects on average: servers, plans of App Service, vaults, databases, storage accounts, 100 RU/s, vCores"
  }
  usage "monthly_transactions" {
    unit        = "transactions"
    default     = null
    description = "transactions a month of storage accounts, or queries of DNS, beyond what is included"
  }
  usage "monthly_malware_scanned_gb" {
    unit        = "GB"
    default     = null
    description = "data a month that is scanned for malware in storage accounts"
  }

  let {
    on = lower(self.tier) == "standard"
    # VirtualMachines is the provider's default.
    kind = lower(coalesce(self.resource_type, "VirtualMachines"))
    plan = upper(coalesce(self.subplan, let.kind == "virtualmachines" ? "P2" : ""))
    # By the hour of what is protected, or by the month.
    hourly = lookup({
      virtualmachines          = let.plan == "P1" ? "servers/standard-p1/standard-p1-node" : "servers/standard-p2/standard-p2-node"
      appservices              = "app-service/standard/standard-node"
      keyvaults                = "key-vault/per-node-std/per-node-std-node"
      arm                      = "resource-manager/per-node-std/per-node-std-node"
      containers               = "containers/standard-vcore/standard-vcore-vcore-pack"
      sqlservers               = "sql/standard/standard-instance"
      sqlservervirtualmachines = "sql/standard/standard-vcore"
      storageaccounts          = let.plan == "PERTRANSACTION" ? "" : "storage/standard/standard-node"
      cosmosdbs                = "azure-cosmos-db/standard/standard-100-ru-s"
    }, let.kind, "")
    monthly = lookup({
      opensourcerelationaldatabases = "postgresql/standard/standard-node"
    }, let.kind, "")
    counted = let.hourly != "" || let.monthly != ""
    streams = lookup({ storageaccounts = let.plan == "PERTRANSACTION" ? "storage/standard/standard-transactions" : "", dns = "dns/standard/standard-queries" }, let.kind, "")
    unknown = let.on && !let.counted && let.streams == ""
  }

  cost "protected resources" {
    when     = let.on && let.hourly != ""
    quantity = usage.protected_resources * hours
    unit     = "hour"
    price    = "microsoft-defender-for-cloud/microsoft-defender-for-${let.hourly}"
    region   = "westeurope"
  }

  cost "protected databases" {
    when     = let.on && let.monthly != ""
    quantity = usage.protected_resources
    unit     = "month"
    price    = "microsoft-defender-for-cloud/microsoft-defender-for-${let.monthly}"
    region   = "westeurope"
  }

  cost "transactions" {
    when     = let.on && let.streams != ""
    quantity = usage.monthly_transactions == null ? null : usage.monthly_transactions / 1000000
    unit     = "1M-transactions"
    price    = "microsoft-defender-for-cloud/microsoft-defender-for-${let.streams}"
    region   = "westeurope"
  }

  cost "scanning for malware" {
    when     = let.on && let.kind == "storageaccounts" && usage.monthly_malware_scanned_gb != null
    quantity = usage.monthly_malware_scanned_gb
    unit     = "GB"
    price    = "microsoft-defender-for-cloud/microsoft-defender-for-storage/malware-scanning/malware-scanning-data-ingested"
    region   = "westeurope"
  }

  cost "plan" {
    when     = let.unknown
    quantity = 1
    unit     = "month"
    price    = null
    hint     = "the price of this plan is not in the catalogue"
  }

  example "ten servers" {
    given   = { tier = "Standard", resource_type = "VirtualMachines" }
    usage   = { protected_resources = 10 }
    want    = { "protected resources" = 7300 }
    status  = "priced"
    monthly = "146.00" # 7,300 x 0.02
    prices  = { "microsoft-defender-for-cloud/microsoft-defender-for-servers/standard-p2/standard-p2-node" = 0.02 }
    source  = "azure.microsoft.com/pricing/details/defender-for-cloud, West Europe, 2026-08"
  }

  example "servers of plan 1, without use" {
    given  = { tier = "Standard", resource_type = "VirtualMachines", subplan = "P1" }
    want   = {}
    unused = ["protected resources"]
    status = "usage"
  }

  example "PostgreSQL, MySQL and MariaDB by the month" {
    given   = { tier = "Standard", resource_type = "OpenSourceRelationalDatabases" }
    usage   = { protected_resources = 2 }
    want    = { "protected databases" = 2 }
    monthly = "30.00"
    prices  = { "microsoft-defender-for-cloud/microsoft-defender-for-postgresql/standard/standard-node" = 15 }
    source  = "azure.microsoft.com/pricing/details/defender-for-cloud, West Europe, 2026-08"
  }

  example "storage accounts, scanned for malware" {
    given   = { tier = "Standard", resource_type = "StorageAccounts", subplan = "DefenderForStorageV2" }
    usage   = { protected_resources = 3, monthly_malware_scanned_gb = 100 }
    want    = { "protected resources" = 2190, "scanning for malware" = 100 }
    monthly = "44.346" # 2,190 x 0.0134 + 15
    prices  = { "microsoft-defender-for-cloud/microsoft-defender-for-storage/standard/standard-node" = 0.0134, "microsoft-defender-for-cloud/microsoft-defender-for-storage/malware-scanning/malware-scanning-data-ingested" = 0.15 }
    source  = "azure.microsoft.com/pricing/details/defender-for-cloud, West Europe, 2026-08"
  }

  example "the older plan for storage, by transactions" {
    given  = { tier = "Standard", resource_type = "StorageAccounts", subplan = "PerTransaction" }
    usage  = { monthly_transactions = 5000000 }
    want   = { transactions = 5 }
    prices = { "microsoft-defender-for-cloud/microsoft-defender-for-storage/standard/standard-transactions" = 0.1492 }
  }

  example "a plan without a price here" {
    given  = { tier = "Standard", resource_type = "CloudPosture" }
    want   = {}
    gaps   = ["plan"]
    status = "gap"
  }

  example "Free" {
    given  = { tier = "Free", resource_type = "VirtualMachines" }
    want   = {}
    status = "free"
  }

  example "tier known only after apply" {
    given  = { tier = unknown, resource_type = "KeyVaults" }
    want   = {}
    gaps   = ["protected resources"]
    status = "gap"
  }
}
