# V1: a month of every pipeline that ran at least once in it and is older than
# thirty days; a pipeline that never runs is free. V2: minutes of its actions.
# The free pipeline and the hundred free minutes of an account are not deducted.
resource "aws_codepipeline" {
  assume "pipeline_type" {
    value = "V1"
    why   = "V1, the provider's default"
  }

  usage "monthly_action_minutes" {
    unit        = "minutes"
    description = "minutes a month that actions of a V2 pipeline run, manual approvals not counted"
  }

  let {
    v2 = upper(coalesce(self.pipeline_type, "V1")) == "V2"
  }

  cost "active pipeline" {
    when     = !let.v2
    quantity = 1
    unit     = "month"
    price    = "codepipeline/v1-active-pipeline"
  }

  cost "action minutes" {
    when     = let.v2
    quantity = usage.monthly_action_minutes
    unit     = "minute"
    price    = "codepipeline/v2-minute"
  }

  uses "pipeline" {
    gap = "no source gives the energy of a pipeline"
  }

  example "V1" {
    given   = { pipeline_type = unknown }
    omitted = ["pipeline_type"]
    want    = { "active pipeline" = 1 }
    monthly = "1.00"
    prices  = { "codepipeline/v1-active-pipeline" = 1 }
    source  = "aws.amazon.com/codepipeline/pricing, us-east-1, 2025-07"
    status  = "priced"
  }

  example "V2" {
    given   = { pipeline_type = "V2" }
    usage   = { monthly_action_minutes = 5000 }
    want    = { "action minutes" = 5000 }
    monthly = "10.00"
    prices  = { "codepipeline/v2-minute" = 0.002 }
    source  = "aws.amazon.com/codepipeline/pricing, us-east-1, 2025-07"
  }

  example "V2, use not given" {
    given  = { pipeline_type = "V2" }
    want   = {}
    unused = ["action minutes"]
    status = "usage"
  }

  example "kind known only after apply" {
    given  = { pipeline_type = unknown }
    want   = {}
    gaps   = ["active pipeline", "action minutes"]
    status = "gap"
  }
}
