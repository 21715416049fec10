# A dedicated gateway of Cosmos DB, with its cache: hours of each instance of its
# size, in every region of the account.
resource "azurerm_cosmosdb_sql_dedicated_gateway" {
  ref "account" {
    path  = "cosmosdb_account_id"
    types = ["azurerm_cosmosdb_account"]
  }

  let {
    # Cosmos.D4s
    size    = lower(split(".", self.instance_size)[1])
    family  = startswith(let.size, "e") ? "memory-optimized" : "general-purpose"
    regions = { for p in first(get(refs.account, "geo_location"), [{ location = region }]) : replace(lower(get(p, "location", region)), " ", "") => true }
  }

  cost "instances" {
    for_each = let.regions
    quantity = self.instance_count * hours
    unit     = "hour"
    price    = "azure-cosmos-db/azure-cosmos-db-dedicated-gateway-${let.family}/${let.size}"
    region   = each.key
  }

  # D4s: four vCPUs with 16 GiB.
  uses "instances" {
    vcpu       = tonumber(regex("[0-9]+", let.size))
    memory_gib = tonumber(regex("[0-9]+", let.size)) * (let.family == "memory-optimized" ? 8 : 4)
    count      = self.instance_count * length(let.regions)
  }

  example "one instance" {
    given   = { instance_size = "Cosmos.D4s", instance_count = 1 }
    refs    = { account = { geo_location = [{ location = "West Europe" }] } }
    want    = { "instances westeurope" = 730 }
    status  = "priced"
    monthly = "312.44"
    prices  = { "azure-cosmos-db/azure-cosmos-db-dedicated-gateway-general-purpose/d4s" = 0.428 }
    source  = "azure.microsoft.com/pricing/details/cosmos-db, West Europe, 2026-08"
  }

  example "an account in two regions" {
    given = { instance_size = "Cosmos.D4s", instance_count = 2 }
    refs  = { account = { geo_location = [{ location = "West Europe" }, { location = "North Europe" }] } }
    want  = { "instances westeurope" = 1460, "instances northeurope" = 1460 }
  }

  example "an account that the input does not hold" {
    given = { instance_size = "Cosmos.D8s", instance_count = 2 }
    want  = { "instances westeurope" = 1460 }
  }

  example "count known only after apply" {
    given  = { instance_size = "Cosmos.D4s", instance_count = unknown }
    want   = {}
    gaps   = ["instances westeurope"]
    status = "gap"
  }
}
