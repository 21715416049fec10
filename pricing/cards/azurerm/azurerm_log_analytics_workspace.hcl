# A Log Analytics workspace: gigabytes taken in, or the day of a commitment tier
# (100 to 50,000 GB a day); logs kept beyond the 31 days that are included; and
# by use basic logs, searches, archive, restores and exports. The free 5 GB are
# the account's and are not taken off. Of Microsoft Sentinel, once it is switched
# on for the workspace, the catalogue has no price by the gigabyte. The older
# tiers can no longer be bought; Free costs nothing, the others have no price here.
resource "azurerm_log_analytics_workspace" {
  assume "sku" {
    value = "PerGB2018"
    why   = "PerGB2018, the provider's default"
  }
  assume "retention_in_days" {
    why = "30 days, which are included"
  }

  ref "sentinel" {
    by = ["azurerm_sentinel_log_analytics_workspace_onboarding"]
  }
  ref "solutions" {
    by   = ["azurerm_log_analytics_solution"]
    many = true
  }

  usage "monthly_log_data_ingestion_gb" {
    unit        = "GB"
    description = "logs taken in a month"
  }
  usage "monthly_additional_log_data_retention_gb" {
    unit        = "GB"
    description = "logs kept beyond the included 31 days"
  }
  usage "monthly_basic_log_data_ingestion_gb" {
    unit        = "GB"
    default     = null
    description = "basic logs taken in a month"
  }
  usage "monthly_basic_log_search_gb" {
    unit        = "GB"
    default     = null
    description = "basic logs scanned by searches a month"
  }
  usage "monthly_log_data_export_gb" {
    unit        = "GB"
    default     = null
    description = "logs exported a month"
  }
  usage "monthly_archive_data_gb" {
    unit        = "GB"
    default     = null
    description = "logs in the archive"
  }
  usage "monthly_archive_data_restored_gb" {
    unit        = "GB"
    default     = null
    description = "archived logs restored, times the days they stay so"
  }
  usage "monthly_archive_data_searched_gb" {
    unit        = "GB"
    default     = null
    description = "archived logs scanned by search jobs a month"
  }
  usage "monthly_sentinel_data_ingestion_gb" {
    unit        = "GB"
    description = "logs analysed by Microsoft Sentinel a month"
  }

  let {
    sku       = lower(self.sku)
    committed = let.sku == "capacityreservation"
    by_gb     = contains(["pergb2018", "standalone"], let.sku)
    old       = contains(["pernode", "standard", "premium", "unlimited"], let.sku)
    level     = coalesce(self.reservation_capacity_in_gb_per_day, 100)
    kept      = coalesce(self.retention_in_days, 30) > 31
    watched   = refs.sentinel != null || contains([for s in refs.solutions : lower(get(s, "solution_name", ""))], "securityinsights")
  }

  cost "commitment tier" {
    when     = let.committed
    quantity = hours / 24
    unit     = "day"
    price    = "azure-monitor/azure-monitor/${let.level}-gb-commitment-tier/${let.level}-gb-commitment-tier-capacity-reservation"
  }

  cost "log data ingestion" {
    when     = let.by_gb
    quantity = usage.monthly_log_data_ingestion_gb
    unit     = "GB"
    price    = "log-analytics/analytics-logs-analytics-logs-data-ingestion"
    whole    = true
  }

  cost "log data ingestion of an old tier" {
    when     = let.old
    quantity = usage.monthly_log_data_ingestion_gb
    unit     = "GB"
    price    = null
    hint     = "the prices of tiers that can no longer be bought are not in the catalogue"
  }

  cost "log data retention" {
    when     = let.kept && let.sku != "free"
    quantity = usage.monthly_additional_log_data_retention_gb
    unit     = "GB-month"
    price    = "log-analytics/analytics-logs-analytics-logs-data-retention"
  }

  cost "basic log data ingestion" {
    when     = usage.monthly_basic_log_data_ingestion_gb != null
    quantity = usage.monthly_basic_log_data_ingestion_gb
    unit     = "GB"
    price    = "azure-monitor/azure-monitor/basic-logs/basic-logs-data-ingestion"
  }

  cost "basic log search" {
    when     = usage.monthly_basic_log_search_gb != null
    quantity = usage.monthly_basic_log_search_gb
    unit     = "GB"
    price    = "azure-monitor/azure-monitor/search-queries/search-queries-scanned"
  }

  cost "log data export" {
    when     = usage.monthly_log_data_export_gb != null
    quantity = usage.monthly_log_data_export_gb
    unit     = "GB"
    price    = "azure-monitor/azure-monitor/log-analytics-data-export/log-analytics-data-export-data-exported"
  }

  cost "archive" {
    when     = usage.monthly_archive_data_gb != null
    quantity = usage.monthly_archive_data_gb
    unit     = "GB-month"
    price    = "azure-monitor/azure-monitor/data-archive"
  }

  cost "archive restored" {
    when     = usage.monthly_archive_data_restored_gb != null
    quantity = usage.monthly_archive_data_restored_gb
    unit     = "GB-day"
    price    = "azure-monitor/azure-monitor/data-restore"
  }

  cost "archive searched" {
    when     = usage.monthly_archive_data_searched_gb != null
    quantity = usage.monthly_archive_data_searched_gb
    unit     = "GB"
    price    = "azure-monitor/azure-monitor/search-jobs/search-jobs-scanned"
  }

  cost "Sentinel data ingestion" {
    when     = let.watched
    quantity = usage.monthly_sentinel_data_ingestion_gb
    unit     = "GB"
    price    = null
    hint     = "the price of Microsoft Sentinel by the gigabyte is not in the catalogue"
  }

  uses "logs" {
    gap = "no figure exists for the hardware behind a gigabyte of logs"
  }

  example "100 GB a month, kept for 90 days" {
    given   = { sku = unknown, retention_in_days = 90 }
    omitted = ["sku"]
    usage   = { monthly_log_data_ingestion_gb = 100, monthly_additional_log_data_retention_gb = 200 }
    want    = { "log data ingestion" = 100, "log data retention" = 200 }
    status  = "priced"
    monthly = "325.00"
    prices  = { "log-analytics/analytics-logs-analytics-logs-data-ingestion" = 2.99, "log-analytics/analytics-logs-analytics-logs-data-retention" = 0.13 }
    source  = "azure.microsoft.com/pricing/details/monitor, West Europe, 2026-08"
  }

  example "a commitment of 200 GB a day" {
    given   = { sku = "CapacityReservation", reservation_capacity_in_gb_per_day = 200, retention_in_days = unknown }
    omitted = ["retention_in_days"]
    want    = { "commitment tier" = 30.416666666667 }
    status  = "priced"
    monthly = "14439.40000000015824"
    prices  = { "azure-monitor/azure-monitor/200-gb-commitment-tier/200-gb-commitment-tier-capacity-reservation" = 474.72 }
    source  = "azure.microsoft.com/pricing/details/monitor, West Europe, 2026-08; 730 / 24 days"
  }

  example "basic logs, archive and export" {
    given = { sku = "PerGB2018", retention_in_days = 30 }
    usage = { monthly_log_data_ingestion_gb = 0, monthly_basic_log_data_ingestion_gb = 10, monthly_basic_log_search_gb = 20, monthly_log_data_export_gb = 30, monthly_archive_data_gb = 40, monthly_archive_data_restored_gb = 50, monthly_archive_data_searched_gb = 60 }
    want  = { "log data ingestion" = 0, "basic log data ingestion" = 10, "basic log search" = 20, "log data export" = 30, archive = 40, "archive restored" = 50, "archive searched" = 60 }
  }

  example "watched by Sentinel, without use" {
    given  = { sku = "PerGB2018", retention_in_days = 30 }
    refs   = { solutions = [{ solution_name = "SecurityInsights" }] }
    want   = {}
    unused = ["log data ingestion", "Sentinel data ingestion"]
  }

  example "watched by Sentinel, with use" {
    given = { sku = "PerGB2018", retention_in_days = 30 }
    refs  = { sentinel = { customer_managed_key_enabled = false } }
    usage = { monthly_log_data_ingestion_gb = 10, monthly_sentinel_data_ingestion_gb = 10 }
    want  = { "log data ingestion" = 10 }
    gaps  = ["Sentinel data ingestion"]
  }

  example "an old tier" {
    given  = { sku = "PerNode", retention_in_days = 30 }
    usage  = { monthly_log_data_ingestion_gb = 10 }
    want   = {}
    gaps   = ["log data ingestion of an old tier"]
    status = "gap"
  }

  example "Free" {
    given  = { sku = "Free", retention_in_days = 7 }
    want   = {}
    status = "free"
  }

  example "tier known only after apply" {
    given  = { sku = unknown, retention_in_days = 30 }
    want   = {}
    gaps   = ["commitment tier", "log data ingestion", "log data ingestion of an old tier"]
    status = "gap"
  }
}
