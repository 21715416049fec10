# Application Insights: gigabytes taken in, and telemetry kept beyond the 90 days
# that are included. One that belongs to a Log Analytics workspace, as all do by
# now, is billed there and costs nothing itself. Outside the government
# clouds the price is the same in every region that is known; the catalogue holds
# it under West Europe.
resource "azurerm_application_insights" {
  assume "retention_in_days" {
    value = 90
    why   = "90, the provider's default"
  }
  assume "workspace_id" {
    why = "no workspace"
  }

  ref "workspace" {
    path  = "workspace_id"
    types = ["azurerm_log_analytics_workspace"]
  }

  usage "monthly_data_ingested_gb" {
    unit        = "GB"
    description = "telemetry taken in a month"
  }

  let {
    classic = !(refs.workspace != null || self.workspace_id != null)
    where   = startswith(region, "usgov") ? region : "westeurope"
    days    = coalesce(self.retention_in_days, 90)
  }

  cost "data ingested" {
    when     = let.classic
    quantity = usage.monthly_data_ingested_gb
    unit     = "GB"
    price    = "application-insights/enterprise-enterprise-overage-data"
    region   = let.where
  }

  # What comes in during a month is kept for so many months more.
  cost "data retention" {
    when     = let.classic && let.days > 90
    quantity = usage.monthly_data_ingested_gb * (let.days - 90) / 30
    unit     = "GB-month"
    price    = "application-insights/enterprise-data-retention"
    region   = let.where
  }

  uses "telemetry" {
    when = let.classic
    gap  = "no figure exists for the hardware behind a gigabyte of telemetry"
  }

  example "classic, kept for 120 days" {
    given   = { retention_in_days = 120, workspace_id = null }
    usage   = { monthly_data_ingested_gb = 100 }
    want    = { "data ingested" = 100, "data retention" = 100 }
    status  = "priced"
    monthly = "240.00"
    prices  = { "application-insights/enterprise-enterprise-overage-data" = 2.3, "application-insights/enterprise-data-retention" = 0.1 }
    source  = "azure.microsoft.com/pricing/details/monitor, West Europe, 2026-08"
  }

  example "classic, without use" {
    given   = { retention_in_days = unknown, workspace_id = unknown }
    omitted = ["retention_in_days", "workspace_id"]
    want    = {}
    unused  = ["data ingested"]
    status  = "usage"
  }

  example "in a workspace of the plan" {
    given  = { workspace_id = unknown, retention_in_days = 90 }
    refs   = { workspace = { sku = "PerGB2018" } }
    want   = {}
    status = "free"
  }

  example "workspace known only after apply" {
    given  = { workspace_id = unknown, retention_in_days = 120 }
    want   = {}
    gaps   = ["data ingested", "data retention"]
    status = "gap"
  }
}
