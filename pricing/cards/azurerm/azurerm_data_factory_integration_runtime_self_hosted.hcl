# An integration runtime of Data Factory on machines of one's own: runs of
# activities by the thousand, and hours of copying and of other activities, as
# azurerm_data_factory_integration_runtime_azure says. The machines are one's own.
resource "azurerm_data_factory_integration_runtime_self_hosted" {
  usage "monthly_orchestration_runs" {
    unit        = "runs"
    description = "runs of activities, triggers and debugging a month"
  }
  usage "monthly_data_movement_hours" {
    unit        = "hours"
    description = "hours a month of copying"
  }
  usage "monthly_pipeline_activity_hours" {
    unit        = "hours"
    description = "hours a month of pipeline activities such as look-ups and deletions"
  }
  usage "monthly_external_pipeline_activity_hours" {
    unit        = "hours"
    description = "hours a month of activities that run elsewhere, such as notebooks and procedures"
  }

  part "" {
    card  = "azurerm_data_factory_integration_runtime_azure"
    given = { hosted = "self" }
    usage = {
      monthly_orchestration_runs               = usage.monthly_orchestration_runs
      monthly_data_movement_hours              = usage.monthly_data_movement_hours
      monthly_pipeline_activity_hours          = usage.monthly_pipeline_activity_hours
      monthly_external_pipeline_activity_hours = usage.monthly_external_pipeline_activity_hours
    }
  }

  example "10,000 runs that copy for 100 hours" {
    given   = { name = "own" }
    usage   = { monthly_orchestration_runs = 10000, monthly_data_movement_hours = 100, monthly_pipeline_activity_hours = 10, monthly_external_pipeline_activity_hours = 10 }
    want    = { orchestration = 0.01, "data movement" = 100, "pipeline activities" = 10, "external pipeline activities" = 10 }
    status  = "priced"
    monthly = "25.021"
    prices = {
      "azure-synapse-analytics/azure-synapse-analytics-pipelines/self-hosted-ir/self-hosted-ir-orchestration-activity-run" = 1500
      "azure-synapse-analytics/azure-synapse-analytics-pipelines/self-hosted-ir/self-hosted-ir-data-movement"              = 0.1
      "azure-synapse-analytics/azure-synapse-analytics-pipelines/self-hosted-ir/self-hosted-ir-pipeline-activity"          = 0.002
      "azure-synapse-analytics/azure-synapse-analytics-pipelines/self-hosted-ir/self-hosted-ir-external-pipeline-activity" = 0.0001
    }
    source = "azure.microsoft.com/pricing/details/data-factory/data-pipeline and synapse-analytics, West Europe, 2026-08"
  }

  example "without use" {
    given  = { name = unknown }
    want   = {}
    unused = ["orchestration", "data movement", "pipeline activities", "external pipeline activities"]
    status = "usage"
  }
}
