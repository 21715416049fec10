# A Databricks workspace: the units (DBU) that its compute uses, by the hour, at a
# price by kind of work and tier. The machines of classic compute are billed as
# virtual machines besides; serverless compute has them in its price, which differs
# by region. Units of classic compute cost the same everywhere. How many a cluster
# uses an hour goes with its machines and is told by use.
resource "azurerm_databricks_workspace" {
  usage "monthly_all_purpose_compute_dbu_hrs" {
    unit        = "DBU-hours"
    description = "units a month of all-purpose clusters"
  }
  usage "monthly_jobs_compute_dbu_hrs" {
    unit        = "DBU-hours"
    description = "units a month of clusters for jobs"
  }
  usage "monthly_jobs_light_compute_dbu_hrs" {
    unit        = "DBU-hours"
    default     = null
    description = "units a month of clusters for light jobs"
  }
  usage "monthly_sql_classic_dbu_hrs" {
    unit        = "DBU-hours"
    default     = null
    description = "units a month of classic SQL warehouses"
  }
  usage "monthly_sql_pro_dbu_hrs" {
    unit        = "DBU-hours"
    default     = null
    description = "units a month of pro SQL warehouses"
  }
  usage "monthly_sql_serverless_dbu_hrs" {
    unit        = "DBU-hours"
    default     = null
    description = "units a month of serverless SQL warehouses"
  }
  usage "monthly_jobs_serverless_dbu_hrs" {
    unit        = "DBU-hours"
    default     = null
    description = "units a month of serverless jobs"
  }
  usage "monthly_pipelines_advanced_dbu_hrs" {
    unit        = "DBU-hours"
    default     = null
    description = "units a month of declarative pipelines (advanced)"
  }

  let {
    tier  = lower(self.sku)
    trial = let.tier == "trial"
    # Pipelines and newer warehouses exist in the Premium tier alone.
    more = { for name, w in {
      "jobs light compute" = { dbu = usage.monthly_jobs_light_compute_dbu_hrs, key = "${let.tier}/jobs-light" }
      "SQL classic"        = { dbu = usage.monthly_sql_classic_dbu_hrs, key = "premium/sql-classic" }
      "SQL pro"            = { dbu = usage.monthly_sql_pro_dbu_hrs, key = "premium/sql-pro" }
      "SQL serverless"     = { dbu = usage.monthly_sql_serverless_dbu_hrs, key = "premium/sql-serverless" }
      "jobs serverless"    = { dbu = usage.monthly_jobs_serverless_dbu_hrs, key = "premium/jobs-serverless" }
      "pipelines"          = { dbu = usage.monthly_pipelines_advanced_dbu_hrs, key = "premium/pipelines-advanced" }
    } : name => w if w.dbu != null }
  }

  cost "all-purpose compute" {
    when     = !let.trial
    quantity = usage.monthly_all_purpose_compute_dbu_hrs
    unit     = "DBU-hour"
    price    = "databricks/${let.tier}/all-purpose"
  }
  cost "jobs compute" {
    when     = !let.trial
    quantity = usage.monthly_jobs_compute_dbu_hrs
    unit     = "DBU-hour"
    price    = "databricks/${let.tier}/jobs"
  }
  cost "units of" {
    when     = !let.trial
    for_each = let.more
    quantity = each.value.dbu
    unit     = "DBU-hour"
    price    = "databricks/${each.value.key}"
  }

  uses "clusters" { gap = "which machines clusters run on is not told by the workspace" }

  example "Premium, in East US" {
    region  = "eastus"
    given   = { sku = "premium" }
    usage   = { monthly_all_purpose_compute_dbu_hrs = 500, monthly_jobs_compute_dbu_hrs = 1000, monthly_sql_serverless_dbu_hrs = 100 }
    want    = { "all-purpose compute" = 500, "jobs compute" = 1000, "units of SQL serverless" = 100 }
    status  = "priced"
    monthly = "645.00" # 275 + 300 + 70
    prices  = { "databricks/premium/all-purpose" = 0.55, "databricks/premium/jobs" = 0.3, "databricks/premium/sql-serverless" = 0.7 }
    source  = "azure.microsoft.com/pricing/details/databricks, East US, 2026-09"
  }

  example "Standard" {
    given  = { sku = "standard" }
    usage  = { monthly_jobs_compute_dbu_hrs = 100 }
    want   = { "jobs compute" = 100 }
    unused = ["all-purpose compute"]
    prices = { "databricks/standard/jobs" = 0.15 }
  }

  example "trial" {
    given  = { sku = "trial" }
    want   = {}
    status = "free"
  }

  example "serverless in a region without its price" {
    given  = { sku = "premium" }
    usage  = { monthly_sql_serverless_dbu_hrs = 10 }
    want   = {}
    gaps   = ["units of SQL serverless"]
    unused = ["all-purpose compute", "jobs compute"]
    status = "gap"
  }
}
