# An agent of elastic jobs: hours of its size, which says how many jobs it runs at
# once. The database that keeps its jobs is billed as a database.
resource "azurerm_mssql_job_agent" {
  let {
    size = lower(coalesce(self.sku, "JA100"))
  }

  cost "agent" {
    quantity = hours
    unit     = "hour"
    price    = "sql-database/sql-database-elastic-jobs-agent/${let.size}/${let.size}-job-agent"
  }

  uses "agent" { gap = "the machine behind an agent is not published" }

  example "the smallest, which is the default" {
    given   = { name = "agent" }
    want    = { agent = 730 }
    status  = "priced"
    monthly = "27.74"
    prices  = { "sql-database/sql-database-elastic-jobs-agent/ja100/ja100-job-agent" = 0.038 }
    source  = "azure.microsoft.com/pricing/details/azure-sql-database/single, West Europe, 2026-08"
  }

  example "larger" {
    given  = { sku = "JA400" }
    want   = { agent = 730 }
    prices = { "sql-database/sql-database-elastic-jobs-agent/ja400/ja400-job-agent" = 0.149 }
  }

  example "size known only after apply" {
    given  = { sku = unknown }
    want   = {}
    gaps   = ["agent"]
    status = "gap"
  }
}
