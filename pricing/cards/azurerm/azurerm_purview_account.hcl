# A Purview account: the capacity of its data map by the hour, which is there from
# the start and grows with what is catalogued; vCore-hours of advanced resource
# sets; and, in the newer way of billing, governed assets by the day and units of
# data governance. Of the data map the catalogue has the price in Brazil South,
# of scanning it has none.
resource "azurerm_purview_account" {
  usage "data_map_capacity_units" {
    unit        = "units"
    default     = null
    description = "capacity units of the data map on average, where more than one"
  }
  usage "advanced_resource_set_vcore_hours" {
    unit        = "vCore-hours"
    default     = null
    description = "vCore-hours a month of advanced resource sets"
  }
  usage "governed_assets" {
    unit        = "assets"
    description = "assets under governance, where the account is billed by them"
  }
  usage "data_governance_processing_units" {
    unit        = "units"
    default     = null
    description = "basic processing units of data governance a month"
  }

  cost "data map" {
    quantity = coalesce(usage.data_map_capacity_units, 1) * hours
    unit     = "hour"
    price    = "microsoft-purview/data-map/capacity-unit"
  }

  cost "advanced resource sets" {
    when     = usage.advanced_resource_set_vcore_hours != null
    quantity = usage.advanced_resource_set_vcore_hours
    unit     = "hour"
    price    = "microsoft-purview/microsoft-purview-data-map/advanced-resource-set/advanced-resource-set-vcore"
  }

  cost "governed assets" {
    quantity = usage.governed_assets * hours / 24
    unit     = "asset-day"
    price    = "microsoft-purview/microsoft-purview-data-governance/data-catalog-standard/data-catalog-standard-asset"
  }

  cost "data governance" {
    when     = usage.data_governance_processing_units != null
    quantity = usage.data_governance_processing_units
    unit     = "unit"
    price    = "microsoft-purview/microsoft-purview-data-governance/data-management-basic/data-management-basic-data-governance-processing-unit"
  }

  uses "service" { gap = "no figure exists for the service" }

  example "1,200 governed assets" {
    usage   = { governed_assets = 1200, data_governance_processing_units = 10, advanced_resource_set_vcore_hours = 100 }
    want    = { "governed assets" = 36500, "data governance" = 10, "advanced resource sets" = 100 }
    gaps    = ["data map"]
    status  = "partial"
    monthly = "773.25" # 602.25 + 150 + 21
    prices = {
      "microsoft-purview/microsoft-purview-data-governance/data-catalog-standard/data-catalog-standard-asset"                           = 0.0165
      "microsoft-purview/microsoft-purview-data-governance/data-management-basic/data-management-basic-data-governance-processing-unit" = 15
      "microsoft-purview/microsoft-purview-data-map/advanced-resource-set/advanced-resource-set-vcore"                                  = 0.21
    }
    source = "azure.microsoft.com/pricing/details/purview, West Europe, 2026-08; 730 / 24 days"
  }

  example "the data map, where its price is known" {
    region  = "brazilsouth"
    want    = { "data map" = 730 }
    unused  = ["governed assets"]
    monthly = "300.03"
    prices  = { "microsoft-purview/data-map/capacity-unit" = 0.411 }
    source  = "azure.microsoft.com/pricing/details/purview, Brazil South, 2026-09"
  }

  example "without use" {
    want   = {}
    gaps   = ["data map"]
    unused = ["governed assets"]
    status = "gap"
  }
}
