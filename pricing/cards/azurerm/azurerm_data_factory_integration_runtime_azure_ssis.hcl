# A cluster for SQL Server Integration Services: hours of each node of its size,
# with the licence of its edition or without one that is brought along. It costs
# while it is started; it is taken to be so all month. Data Factory and Synapse
# have the same prices, which the catalogue has under Synapse.
resource "azurerm_data_factory_integration_runtime_azure_ssis" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it is started, where that is not all 730"
  }

  let {
    # Standard_D8_v3, Standard_E64i_v3: series, size, version.
    parts   = regex("^standard_([a-z])([0-9]+[a-z]*)_v([0-9]+)$", lower(self.node_size))
    size    = "${let.parts[0]}${let.parts[1]}-v${let.parts[2]}"
    edition = lower(coalesce(self.edition, "Standard"))
    licence = lower(coalesce(self.license_type, "LicenseIncluded")) == "baseprice" ? "ahb" : "license-included"
    nodes   = coalesce(self.number_of_nodes, 1)
    hours   = coalesce(usage.monthly_hrs, hours)
  }

  cost "nodes" {
    quantity = let.nodes * let.hours
    unit     = "hour"
    price    = "azure-synapse-analytics/azure-synapse-ssis-${let.edition}-${let.parts[0]}-series-v${let.parts[2]}-vm/${let.size}/${let.size}-${let.licence}"
  }

  uses "nodes" {
    machine    = self.node_size
    count      = let.nodes
    vcpu_hours = let.hours
  }

  example "two nodes, licence included" {
    given   = { node_size = "Standard_D8_v3", number_of_nodes = 2, edition = "Standard", license_type = "LicenseIncluded" }
    want    = { nodes = 1460 }
    status  = "priced"
    monthly = "2829.48"
    prices  = { "azure-synapse-analytics/azure-synapse-ssis-standard-d-series-v3-vm/d8-v3/d8-v3-license-included" = 1.938 }
    source  = "azure.microsoft.com/pricing/details/data-factory/ssis, West Europe, 2026-08"
  }

  example "Enterprise, licence brought along, started in office hours" {
    given  = { node_size = "Standard_E64_v3", edition = "Enterprise", license_type = "BasePrice" }
    usage  = { monthly_hrs = 160 }
    want   = { nodes = 160 }
    prices = { "azure-synapse-analytics/azure-synapse-ssis-enterprise-e-series-v3-vm/e64-v3/e64-v3-ahb" = 11.972 }
  }

  example "size known only after apply" {
    given  = { node_size = unknown }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }
}
