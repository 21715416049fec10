# Redis Enterprise: hours of each node of its size. The number behind the size says
# how many nodes it has; Enterprise has two at least and Enterprise Flash three.
# Databases are free. Azure retires the service in favour of azurerm_managed_redis.
resource "azurerm_redis_enterprise_cluster" {
  let {
    # Enterprise_E20-4, EnterpriseFlash_F300-3: family, size, nodes.
    words = split("_", lower(self.sku_name))
    flash = let.words[0] == "enterpriseflash"
    parts = split("-", let.words[1])
    nodes = length(let.parts) > 1 ? tonumber(let.parts[1]) : let.flash ? 3 : 2
  }

  cost "nodes" {
    quantity = let.nodes * hours
    unit     = "hour"
    price    = "redis-cache/azure-redis-cache-enterprise${let.flash ? "-flash" : ""}/${let.parts[0]}/${let.parts[0]}-cache"
  }

  uses "nodes" { gap = "the machines behind a size are not published" }

  example "four nodes of E20" {
    given   = { sku_name = "Enterprise_E20-4" }
    want    = { nodes = 2920 }
    status  = "priced"
    monthly = "2801.74"
    prices  = { "redis-cache/azure-redis-cache-enterprise/e20/e20-cache" = 0.9595 }
    source  = "azure.microsoft.com/pricing/details/cache, West Europe, 2026-08"
  }

  example "flash, the least number of nodes" {
    given  = { sku_name = "EnterpriseFlash_F300" }
    want   = { nodes = 2190 }
    prices = { "redis-cache/azure-redis-cache-enterprise-flash/f300/f300-cache" = 2.0057 }
  }

  example "size known only after apply" {
    given  = { sku_name = unknown }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }
}
