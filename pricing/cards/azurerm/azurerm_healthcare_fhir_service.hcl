# A FHIR service: data stored, calls of its API, and what is transformed,
# anonymised or exported, by the gigabyte; nothing for being there. The first
# gigabyte exported a month is dearer than the rest. The free allowance of the
# workspace is not taken off.
resource "azurerm_healthcare_fhir_service" {
  usage "storage_gb" {
    unit        = "GB"
    description = "structured data stored"
  }
  usage "monthly_api_requests" {
    unit        = "requests"
    description = "calls of the API a month"
  }
  usage "monthly_transformations_gb" {
    unit        = "GB"
    default     = null
    description = "data converted a month"
  }
  usage "monthly_de_identification_gb" {
    unit        = "GB"
    default     = null
    description = "data anonymised a month"
  }
  usage "monthly_exported_gb" {
    unit        = "GB"
    default     = null
    description = "data exported a month in batches"
  }

  let {
    meters = { for name, m in {
      "transformations"   = { gb = usage.monthly_transformations_gb, key = "transformations" }
      "de-identification" = { gb = usage.monthly_de_identification_gb, key = "structured-de-identification" }
      "exports"           = { gb = usage.monthly_exported_gb, key = "export-batch" }
    } : name => m if m.gb != null }
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "azure-api-for-fhir/azure-health-data-services/structured-storage"
  }
  cost "API requests" {
    quantity = usage.monthly_api_requests / 1000000
    unit     = "1M-requests"
    price    = "azure-api-for-fhir/azure-health-data-services/api-requests"
  }
  cost "data" {
    for_each = let.meters
    name     = each.key
    quantity = each.value.gb
    unit     = "GB"
    price    = "azure-api-for-fhir/azure-health-data-services/${each.value.key}"
  }

  uses "storage" {
    storage   = "sql-database"
    gigabytes = usage.storage_gb
  }
  uses "service" { gap = "no figure exists for calls of the service" }

  example "100 GB and ten million calls" {
    given   = { kind = "fhir-R4" }
    usage   = { storage_gb = 100, monthly_api_requests = 10000000, monthly_transformations_gb = 5 }
    want    = { storage = 100, "API requests" = 10, transformations = 5 }
    status  = "priced"
    monthly = "98.70" # 39.00 + 54.00 + 5.70
    prices = {
      "azure-api-for-fhir/azure-health-data-services/structured-storage" = 0.39
      "azure-api-for-fhir/azure-health-data-services/api-requests"       = 5.4
      "azure-api-for-fhir/azure-health-data-services/transformations"    = 1.14
    }
    source = "azure.microsoft.com/pricing/details/health-data-services, West Europe, 2026-08"
  }

  example "without use" {
    given  = { kind = "fhir-R4" }
    want   = {}
    unused = ["storage", "API requests"]
    status = "usage"
  }
}
