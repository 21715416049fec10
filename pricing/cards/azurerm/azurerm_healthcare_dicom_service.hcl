# A DICOM service: images and their index stored, calls of its API and gigabytes
# recoded; nothing for being there. The free allowance of the workspace is not
# taken off.
resource "azurerm_healthcare_dicom_service" {
  usage "blob_storage_gb" {
    unit        = "GB"
    description = "images stored"
  }
  usage "structured_storage_gb" {
    unit        = "GB"
    description = "index of the images"
  }
  usage "monthly_api_requests" {
    unit        = "requests"
    description = "calls of the API a month"
  }
  usage "monthly_transcoded_gb" {
    unit        = "GB"
    default     = null
    description = "images recoded a month"
  }

  cost "image storage" {
    quantity = usage.blob_storage_gb
    unit     = "GB-month"
    price    = "azure-api-for-fhir/azure-health-data-services/blob-storage"
  }
  cost "index storage" {
    quantity = usage.structured_storage_gb
    unit     = "GB-month"
    price    = "azure-api-for-fhir/azure-health-data-services/structured-storage"
  }
  cost "API requests" {
    quantity = usage.monthly_api_requests / 1000000
    unit     = "1M-requests"
    price    = "azure-api-for-fhir/azure-health-data-services/api-requests"
  }
  cost "transcoding" {
    when     = usage.monthly_transcoded_gb != null
    quantity = usage.monthly_transcoded_gb
    unit     = "GB"
    price    = "azure-api-for-fhir/azure-health-data-services/transcode-dicom"
  }

  uses "images" {
    storage   = "storage-account"
    selector  = "lrs"
    gigabytes = usage.blob_storage_gb
  }
  uses "service" { gap = "no figure exists for calls of the service" }

  example "one terabyte of images" {
    usage   = { blob_storage_gb = 1000, structured_storage_gb = 10, monthly_api_requests = 1000000, monthly_transcoded_gb = 100 }
    want    = { "image storage" = 1000, "index storage" = 10, "API requests" = 1, transcoding = 100 }
    status  = "priced"
    monthly = "32.70" # 23.00 + 3.90 + 5.40 + 0.40
    prices = {
      "azure-api-for-fhir/azure-health-data-services/blob-storage"       = 0.023
      "azure-api-for-fhir/azure-health-data-services/structured-storage" = 0.39
      "azure-api-for-fhir/azure-health-data-services/api-requests"       = 5.4
      "azure-api-for-fhir/azure-health-data-services/transcode-dicom"    = 0.004
    }
    source = "azure.microsoft.com/pricing/details/health-data-services, West Europe, 2026-08"
  }

  example "without use" {
    want   = {}
    unused = ["image storage", "index storage", "API requests"]
    status = "usage"
  }
}
