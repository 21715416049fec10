# Runs of a flow, and the gigabytes it moves: cheaper when they end in a service of
# AWS. Whether another destination is reached inside AWS decides its rate and is
# not in a plan.
resource "aws_appflow_flow" {
  usage "monthly_flow_runs" {
    unit        = "runs"
    description = "runs a month"
  }
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data moved a month"
  }

  let {
    inside = ["S3", "Redshift", "EventBridge", "LookoutMetrics", "CustomerProfiles", "Honeycode"]
    to     = [for d in first(self.destination_flow_config, []) : get(d, "connector_type")]
    known  = length([for t in let.to : t if !contains(let.inside, t)]) == 0
  }

  cost "runs" {
    quantity = usage.monthly_flow_runs
    unit     = "run"
    price    = "appflow/flow-run"
  }
  cost "data" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = let.known ? "appflow/data-in-aws" : null
    hint     = "whether the destination is reached inside AWS decides the rate"
  }

  uses "flow" {
    gap = "no source gives the energy of a flow"
  }

  example "into a bucket" {
    given   = { destination_flow_config = [{ connector_type = "S3" }] }
    usage   = { monthly_flow_runs = 730, monthly_data_processed_gb = 50 }
    want    = { runs = 730, data = 50 }
    monthly = "1.73"
    prices  = { "appflow/flow-run" = 0.001, "appflow/data-in-aws" = 0.02 }
    source  = "aws.amazon.com/appflow/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "to a service outside" {
    given  = { destination_flow_config = [{ connector_type = "Salesforce" }] }
    usage  = { monthly_flow_runs = 730, monthly_data_processed_gb = 50 }
    want   = { runs = 730 }
    gaps   = ["data"]
    status = "partial"
  }

  example "destination known only after apply" {
    given  = { destination_flow_config = [{ connector_type = unknown }] }
    usage  = { monthly_flow_runs = 730, monthly_data_processed_gb = 50 }
    want   = { runs = 730 }
    gaps   = ["data"]
    status = "partial"
  }
}
