# An integration runtime of Synapse that Azure runs, billed by what pipelines do on
# it, as azurerm_data_factory_integration_runtime_azure says. Whether it is in a
# managed network is the workspace's to say.
resource "azurerm_synapse_integration_runtime_azure" {
  ref "workspace" {
    path  = "synapse_workspace_id"
    types = ["azurerm_synapse_workspace"]
  }

  usage "monthly_orchestration_runs" {
    unit        = "runs"
    description = "runs of activities, triggers and debugging a month"
  }
  usage "monthly_data_movement_hours" {
    unit        = "DIU-hours"
    description = "hours a month of copying, times the data integration units used"
  }
  usage "monthly_pipeline_activity_hours" {
    unit        = "hours"
    description = "hours a month of pipeline activities such as look-ups and deletions"
  }
  usage "monthly_external_pipeline_activity_hours" {
    unit        = "hours"
    description = "hours a month of activities that run elsewhere, such as notebooks and procedures"
  }
  usage "monthly_data_flow_hours" {
    unit        = "hours"
    description = "hours a month that the cluster of data flows runs"
  }

  part "" {
    card = "azurerm_data_factory_integration_runtime_azure"
    given = {
      hosted       = coalesce(get(refs.workspace, "managed_virtual_network_enabled"), false) ? "vnet" : "azure"
      compute_type = self.compute_type
      core_count   = self.core_count
    }
    usage = {
      monthly_orchestration_runs               = usage.monthly_orchestration_runs
      monthly_data_movement_hours              = usage.monthly_data_movement_hours
      monthly_pipeline_activity_hours          = usage.monthly_pipeline_activity_hours
      monthly_external_pipeline_activity_hours = usage.monthly_external_pipeline_activity_hours
      monthly_data_flow_hours                  = usage.monthly_data_flow_hours
    }
  }

  example "data flows in a managed network" {
    given   = { compute_type = "ComputeOptimized", core_count = 16 }
    refs    = { workspace = { managed_virtual_network_enabled = true } }
    usage   = { monthly_pipeline_activity_hours = 5, monthly_data_flow_hours = 10 }
    want    = { "pipeline activities" = 5, "data flows" = 160 }
    unused  = ["orchestration", "data movement", "external pipeline activities"]
    status  = "partial"
    monthly = "36.88352"
    prices = {
      "azure-synapse-analytics/azure-synapse-analytics-pipelines/azure-hosted-managed-vnet-ir/azure-hosted-managed-vnet-ir-pipeline-activity" = 1
      "azure-synapse-analytics/azure-synapse-analytics-data-flow-compute-optimized/vcore"                                                     = 0.199272
    }
    source = "azure.microsoft.com/pricing/details/synapse-analytics, West Europe, 2026-08"
  }

  example "without use" {
    given  = { compute_type = "General", core_count = 8 }
    want   = {}
    unused = ["orchestration", "data movement", "pipeline activities", "external pipeline activities", "data flows"]
    status = "usage"
  }
}
