# A workflow: steps it takes, those that call out of Google Cloud at a higher
# price. The first 5,000 internal and 2,000 external steps a month are the
# billing account's and are not taken off.
resource "google_workflows_workflow" {
  usage "monthly_internal_steps" {
    unit        = "steps"
    description = "steps within Google Cloud"
  }
  usage "monthly_external_steps" {
    unit        = "steps"
    default     = null
    description = "steps that call elsewhere"
  }

  cost "internal steps" {
    quantity = usage.monthly_internal_steps / 1000
    unit     = "1k-steps"
    price    = "workflows/steps/internal"
  }

  cost "external steps" {
    when     = usage.monthly_external_steps != null
    quantity = usage.monthly_external_steps / 1000
    unit     = "1k-steps"
    price    = "workflows/steps/external"
  }

  uses "service" {
    gap = "no figure exists for a share of Workflows"
  }

  example "a million steps, some of them out" {
    given   = { region = "us-central1" }
    usage   = { monthly_internal_steps = 1000000, monthly_external_steps = 100000 }
    want    = { "internal steps" = 1000, "external steps" = 100 }
    status  = "priced"
    monthly = "12.50"
    prices  = { "workflows/steps/internal" = 0.01, "workflows/steps/external" = 0.025 }
    source  = "cloud.google.com/workflows/pricing, 2026-09"
  }

  example "no use given" {
    given  = { region = unknown }
    want   = {}
    unused = ["internal steps"]
    status = "usage"
  }
}
