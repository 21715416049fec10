# A data factory: what is done to its objects. Objects read, written and listed,
# and records of runs looked at, by 50,000; and pipelines that did not run for a
# month. What pipelines do is billed with their integration runtimes. The price of
# reads and writes was recovered from a published total in West Europe and is the
# same in every region; that of monitoring stands with the pipelines of Synapse.
resource "azurerm_data_factory" {
  usage "monthly_read_write_operation_entities" {
    unit        = "entities"
    description = "objects of the factory created, read, changed or deleted a month"
  }
  usage "monthly_monitoring_operation_entities" {
    unit        = "entities"
    description = "records of runs looked at a month"
  }
  usage "inactive_pipelines" {
    unit        = "pipelines"
    default     = null
    description = "pipelines with a trigger that did not run all month"
  }

  cost "read and write operations" {
    quantity = usage.monthly_read_write_operation_entities / 50000
    unit     = "50k-entities"
    price    = "component/azurerm_data_factory/read-write-operations"
    region   = "westeurope"
  }

  cost "monitoring operations" {
    quantity = usage.monthly_monitoring_operation_entities / 1000000
    unit     = "1M-entities"
    price    = "azure-synapse-analytics/azure-synapse-analytics-pipelines/operations"
    whole    = true
  }

  cost "inactive pipelines" {
    when     = usage.inactive_pipelines != null
    quantity = usage.inactive_pipelines
    unit     = "pipeline-month"
    price    = "azure-data-factory/azure-data-factory/cloud/inactive-pipeline"
  }

  uses "factory" { gap = "no figure exists for the control plane of a factory" }

  example "half a million objects, one idle pipeline" {
    usage   = { monthly_read_write_operation_entities = 500000, monthly_monitoring_operation_entities = 100000, inactive_pipelines = 1 }
    want    = { "read and write operations" = 10, "monitoring operations" = 0.1, "inactive pipelines" = 1 }
    status  = "priced"
    monthly = "6.30" # 5.00 + 0.50 + 0.80
    prices  = { "component/azurerm_data_factory/read-write-operations" = 0.5, "azure-synapse-analytics/azure-synapse-analytics-pipelines/operations" = 5, "azure-data-factory/azure-data-factory/cloud/inactive-pipeline" = 0.8 }
    source  = "azure.microsoft.com/pricing/details/data-factory/data-pipeline, West Europe, 2024-07 and 2026-08"
  }

  example "without use" {
    region = "eastus2"
    given  = { managed_virtual_network_enabled = unknown }
    want   = {}
    unused = ["read and write operations", "monitoring operations"]
    status = "usage"
  }
}
