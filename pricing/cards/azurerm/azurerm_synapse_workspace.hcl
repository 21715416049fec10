# A Synapse workspace: what is done in it without a pool of its own. Terabytes that
# the serverless SQL pool reads; pipelines, by runs, hours of copying and hours of
# activities, on runtimes of Azure or one's own; vCore-hours of data flows; and
# operations on pipelines beyond a free million. Dedicated pools, Spark pools and
# integration runtimes of the plan are billed there, so leave their share out here.
resource "azurerm_synapse_workspace" {
  usage "serverless_sql_pool_size_tb" {
    unit        = "TB"
    description = "data read a month by the serverless SQL pool"
  }
  usage "monthly_datapipeline_azure_hosted_activity_runs" {
    unit        = "runs"
    description = "runs of activities a month on the runtime of Azure"
  }
  usage "monthly_datapipeline_azure_hosted_data_integration_unit_hours" {
    unit        = "DIU-hours"
    description = "hours a month of copying, times the data integration units used"
  }
  usage "monthly_datapipeline_azure_hosted_integration_runtime_hours" {
    unit        = "hours"
    description = "hours a month of pipeline activities on the runtime of Azure"
  }
  usage "monthly_datapipeline_azure_hosted_external_integration_runtime_hours" {
    unit        = "hours"
    description = "hours a month of activities that run elsewhere"
  }
  usage "monthly_datapipeline_operations" {
    unit        = "operations"
    default     = null
    description = "operations a month on pipelines; a million are free"
  }
  usage "monthly_dataflow_basic_vcore_hours" {
    unit        = "vCore-hours"
    description = "vCore-hours a month of data flows on general-purpose clusters"
  }
  usage "monthly_dataflow_standard_vcore_hours" {
    unit        = "vCore-hours"
    default     = null
    description = "vCore-hours a month of data flows on memory-optimised clusters"
  }

  let {
    name = coalesce(self.managed_virtual_network_enabled, false) ? "azure-hosted-managed-vnet-ir" : "azure-hosted-ir"
    base = "azure-synapse-analytics/azure-synapse-analytics-pipelines/${let.name}/${let.name}"
  }

  cost "serverless SQL" {
    quantity = usage.serverless_sql_pool_size_tb
    unit     = "TB"
    price    = "azure-synapse-analytics/azure-synapse-analytics-serverless-sql-pool/standard/standard-data-processed"
  }
  cost "pipeline runs" {
    quantity = usage.monthly_datapipeline_azure_hosted_activity_runs / 1000000
    unit     = "1M-runs"
    price    = "${let.base}-orchestration-activity-run"
  }
  cost "data movement" {
    quantity = usage.monthly_datapipeline_azure_hosted_data_integration_unit_hours
    unit     = "DIU-hour"
    price    = "${let.base}-data-movement"
  }
  cost "pipeline activities" {
    quantity = usage.monthly_datapipeline_azure_hosted_integration_runtime_hours
    unit     = "hour"
    price    = "${let.base}-pipeline-activity"
  }
  cost "external pipeline activities" {
    quantity = usage.monthly_datapipeline_azure_hosted_external_integration_runtime_hours
    unit     = "hour"
    price    = "${let.base}-external-pipeline-activity"
  }
  cost "pipeline operations" {
    when     = usage.monthly_datapipeline_operations != null
    quantity = usage.monthly_datapipeline_operations / 1000000
    unit     = "1M-operations"
    price    = "azure-synapse-analytics/azure-synapse-analytics-pipelines/operations"
  }
  cost "data flows" {
    quantity = usage.monthly_dataflow_basic_vcore_hours
    unit     = "vCore-hour"
    price    = "azure-synapse-analytics/azure-synapse-analytics-data-flow-basic/vcore"
  }
  cost "data flows, memory optimised" {
    when     = usage.monthly_dataflow_standard_vcore_hours != null
    quantity = usage.monthly_dataflow_standard_vcore_hours
    unit     = "vCore-hour"
    price    = "azure-synapse-analytics/azure-synapse-analytics-data-flow-standard/vcore"
  }

  uses "serverless work" { gap = "no figure exists for terabytes read or pipelines run" }

  example "ten terabytes read, 5,000 runs" {
    given   = { managed_virtual_network_enabled = false }
    usage   = { serverless_sql_pool_size_tb = 10, monthly_datapipeline_azure_hosted_activity_runs = 5000, monthly_datapipeline_operations = 3000000 }
    want    = { "serverless SQL" = 10, "pipeline runs" = 0.005, "pipeline operations" = 3 }
    unused  = ["data movement", "pipeline activities", "external pipeline activities", "data flows"]
    status  = "partial"
    monthly = "65.00" # 50 + 5 + 2 x 5
    prices = {
      "azure-synapse-analytics/azure-synapse-analytics-serverless-sql-pool/standard/standard-data-processed"                 = 5
      "azure-synapse-analytics/azure-synapse-analytics-pipelines/azure-hosted-ir/azure-hosted-ir-orchestration-activity-run" = 1000
      "azure-synapse-analytics/azure-synapse-analytics-pipelines/operations"                                                 = 5
    }
    source = "azure.microsoft.com/pricing/details/synapse-analytics, West Europe, 2026-08; operations $5 a million from the second on"
  }

  example "activities in a managed network" {
    given  = { managed_virtual_network_enabled = true }
    usage  = { monthly_datapipeline_azure_hosted_integration_runtime_hours = 10 }
    want   = { "pipeline activities" = 10 }
    unused = ["serverless SQL", "pipeline runs", "data movement", "external pipeline activities", "data flows"]
    prices = { "azure-synapse-analytics/azure-synapse-analytics-pipelines/azure-hosted-managed-vnet-ir/azure-hosted-managed-vnet-ir-pipeline-activity" = 1 }
  }

  example "network known only after apply" {
    given  = { managed_virtual_network_enabled = unknown }
    usage  = { serverless_sql_pool_size_tb = 1, monthly_datapipeline_azure_hosted_activity_runs = 1000 }
    want   = { "serverless SQL" = 1 }
    gaps   = ["pipeline runs"]
    unused = ["data movement", "pipeline activities", "external pipeline activities", "data flows"]
  }
}
