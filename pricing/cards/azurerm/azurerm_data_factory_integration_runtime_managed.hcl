# A cluster for SQL Server Integration Services under its older name, billed as
# azurerm_data_factory_integration_runtime_azure_ssis.
resource "azurerm_data_factory_integration_runtime_managed" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it is started, where that is not all 730"
  }

  part "" {
    card = "azurerm_data_factory_integration_runtime_azure_ssis"
    given = {
      node_size       = self.node_size
      number_of_nodes = self.number_of_nodes
      edition         = self.edition
      license_type    = self.license_type
    }
    usage = { monthly_hrs = usage.monthly_hrs }
  }

  example "one node" {
    given   = { node_size = "Standard_D1_v2" }
    want    = { nodes = 730 }
    status  = "priced"
    monthly = "432.16"
    prices  = { "azure-synapse-analytics/azure-synapse-ssis-standard-d-series-v2-vm/d1-v2/d1-v2-license-included" = 0.592 }
    source  = "azure.microsoft.com/pricing/details/data-factory/ssis, West Europe, 2026-08"
  }

  example "size known only after apply" {
    given  = { node_size = unknown }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }
}
