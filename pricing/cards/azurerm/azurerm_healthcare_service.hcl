# The older API for FHIR: hours of its runtime and of the throughput of its
# database, 1,000 RU/s where nothing is said, whether used or not; and data stored.
resource "azurerm_healthcare_service" {
  assume "cosmosdb_throughput" {
    value = 1000
    why   = "1000, the provider's default"
  }

  usage "storage_gb" {
    unit        = "GB"
    description = "data stored"
  }

  let {
    throughput = coalesce(self.cosmosdb_throughput, 1000)
  }

  cost "runtime" {
    quantity = hours
    unit     = "hour"
    price    = "azure-api-for-fhir/azure-health-data-apis/standard/standard-service-runtime"
  }
  cost "throughput" {
    quantity = let.throughput / 100 * hours
    unit     = "100-RU/s-hour"
    price    = "azure-api-for-fhir/azure-health-data-apis/standard/standard-100-provisioned-throughput-ru-s"
  }
  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "azure-api-for-fhir/azure-health-data-apis/standard/standard-structured-storage"
  }

  uses "runtime" { gap = "a request unit is no amount of hardware, and the runtime's is not published" }
  uses "storage" {
    storage   = "cosmos-db"
    gigabytes = usage.storage_gb
  }

  example "the default, with 50 GB" {
    given   = { kind = "fhir-R4", cosmosdb_throughput = 1000 }
    usage   = { storage_gb = 50 }
    want    = { runtime = 730, throughput = 7300, storage = 50 }
    status  = "priced"
    monthly = "362.90" # 292.00 + 58.40 + 12.50
    prices = {
      "azure-api-for-fhir/azure-health-data-apis/standard/standard-service-runtime"                 = 0.4
      "azure-api-for-fhir/azure-health-data-apis/standard/standard-100-provisioned-throughput-ru-s" = 0.008
      "azure-api-for-fhir/azure-health-data-apis/standard/standard-structured-storage"              = 0.25
    }
    source = "azure.microsoft.com/pricing/details/azure-api-for-fhir, West Europe, 2026-08"
  }

  example "throughput known only after apply" {
    given  = { cosmosdb_throughput = unknown }
    want   = { runtime = 730 }
    gaps   = ["throughput"]
    unused = ["storage"]
    status = "partial"
  }
}
