# Optimising a table of the data catalogue: hours of data processing units while
# it runs.
resource "aws_glue_catalog_table_optimizer" {
  usage "monthly_dpu_hours" {
    unit        = "DPU-hours"
    description = "hours of processing units (DPU) used a month"
  }

  cost "optimisation" {
    quantity = usage.monthly_dpu_hours
    unit     = "DPU-hour"
    price    = "glue/table-optimization"
  }

  uses "optimisation" {
    gap = "the machines of an optimiser are not published"
  }

  example "five DPU-hours" {
    given   = { table_name = unknown }
    usage   = { monthly_dpu_hours = 5 }
    want    = { "optimisation" = 5 }
    monthly = "2.20"
    prices  = { "glue/table-optimization" = 0.44 }
    source  = "aws.amazon.com/glue/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { table_name = "x" }
    want   = {}
    unused = ["optimisation"]
    status = "usage"
  }
}
