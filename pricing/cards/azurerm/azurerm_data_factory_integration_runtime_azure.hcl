# An integration runtime that Azure runs: what pipelines do on it, by use. Runs of
# activities by the thousand; copying by the hour of a data integration unit;
# other activities by the hour, dearer in a managed network; and data flows by the
# hour of each vCore of their cluster, which runs only while a flow runs. The
# runtime costs nothing for being there.
#
# Data Factory and the pipelines of Synapse have the same prices; the catalogue has
# them under Synapse. The cards of the other runtimes are built on this one and say
# where the work is done: by Azure, in a managed network, or by oneself.
resource "azurerm_data_factory_integration_runtime_azure" {
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

  let {
    where = coalesce(self.hosted, coalesce(self.virtual_network_enabled, false) ? "vnet" : "azure")
    name  = { azure = "azure-hosted-ir", vnet = "azure-hosted-managed-vnet-ir", self = "self-hosted-ir" }[let.where]
    base  = "azure-synapse-analytics/azure-synapse-analytics-pipelines/${let.name}/${let.name}"
    flows = let.where != "self"
    cores = coalesce(self.core_count, 8)
    kind  = { general = "basic", computeoptimized = "compute-optimized", memoryoptimized = "standard" }[lower(coalesce(self.compute_type, "General"))]
  }

  cost "orchestration" {
    quantity = usage.monthly_orchestration_runs / 1000000
    unit     = "1M-runs"
    price    = "${let.base}-orchestration-activity-run"
  }
  cost "data movement" {
    quantity = usage.monthly_data_movement_hours
    unit     = "DIU-hour"
    price    = "${let.base}-data-movement"
  }
  cost "pipeline activities" {
    quantity = usage.monthly_pipeline_activity_hours
    unit     = "hour"
    price    = "${let.base}-pipeline-activity"
  }
  cost "external pipeline activities" {
    quantity = usage.monthly_external_pipeline_activity_hours
    unit     = "hour"
    price    = "${let.base}-external-pipeline-activity"
  }
  cost "data flows" {
    when     = let.flows
    quantity = usage.monthly_data_flow_hours * let.cores
    unit     = "vCore-hour"
    price    = "azure-synapse-analytics/azure-synapse-analytics-data-flow-${let.kind}/vcore"
  }

  uses "data flows" {
    when       = let.flows
    vcpu       = let.cores
    memory_gib = let.cores * (let.kind == "standard" ? 8 : let.kind == "basic" ? 4 : 2)
    vcpu_hours = usage.monthly_data_flow_hours
  }
  uses "pipelines" { gap = "a data integration unit is no amount of hardware" }

  example "20,000 runs that copy for 100 hours with four units" {
    given   = { location = "West Europe", compute_type = "General", core_count = 8 }
    usage   = { monthly_orchestration_runs = 20000, monthly_data_movement_hours = 400, monthly_pipeline_activity_hours = 10, monthly_external_pipeline_activity_hours = 100, monthly_data_flow_hours = 20 }
    want    = { orchestration = 0.02, "data movement" = 400, "pipeline activities" = 10, "external pipeline activities" = 100, "data flows" = 160 }
    status  = "priced"
    monthly = "162.91388" # 20 + 100 + 0.05 + 0.025 + 42.83888
    prices = {
      "azure-synapse-analytics/azure-synapse-analytics-pipelines/azure-hosted-ir/azure-hosted-ir-orchestration-activity-run" = 1000
      "azure-synapse-analytics/azure-synapse-analytics-pipelines/azure-hosted-ir/azure-hosted-ir-data-movement"              = 0.25
      "azure-synapse-analytics/azure-synapse-analytics-pipelines/azure-hosted-ir/azure-hosted-ir-pipeline-activity"          = 0.005
      "azure-synapse-analytics/azure-synapse-analytics-pipelines/azure-hosted-ir/azure-hosted-ir-external-pipeline-activity" = 0.00025
      "azure-synapse-analytics/azure-synapse-analytics-data-flow-basic/vcore"                                                = 0.267743
    }
    source = "azure.microsoft.com/pricing/details/data-factory/data-pipeline and synapse-analytics, West Europe, 2026-08"
  }

  example "in a managed network, memory optimised" {
    given   = { virtual_network_enabled = true, compute_type = "MemoryOptimized", core_count = 16 }
    usage   = { monthly_pipeline_activity_hours = 10, monthly_data_flow_hours = 10 }
    want    = { "pipeline activities" = 10, "data flows" = 160 }
    unused  = ["orchestration", "data movement", "external pipeline activities"]
    monthly = "65.2032"
    prices = {
      "azure-synapse-analytics/azure-synapse-analytics-pipelines/azure-hosted-managed-vnet-ir/azure-hosted-managed-vnet-ir-pipeline-activity" = 1
      "azure-synapse-analytics/azure-synapse-analytics-data-flow-standard/vcore"                                                              = 0.34502
    }
    source = "azure.microsoft.com/pricing/details/data-factory/data-pipeline and synapse-analytics, West Europe, 2026-08"
  }

  example "without use" {
    given  = { compute_type = "General" }
    want   = {}
    unused = ["orchestration", "data movement", "pipeline activities", "external pipeline activities", "data flows"]
    status = "usage"
  }

  example "network known only after apply" {
    given  = { virtual_network_enabled = unknown }
    usage  = { monthly_pipeline_activity_hours = 10 }
    want   = {}
    gaps   = ["pipeline activities", "data flows"]
    unused = ["orchestration", "data movement", "external pipeline activities"]
    status = "gap"
  }
}
