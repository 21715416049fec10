# Workflows begun and tasks in them, by the thousand, and every day that a workflow
# is open or kept after it closed.
resource "aws_swf_domain" {
  usage "monthly_workflows" {
    unit        = "workflows"
    description = "workflows begun a month"
  }
  usage "monthly_tasks" {
    unit        = "tasks"
    description = "tasks, signals, timers and markers a month"
  }
  usage "monthly_open_workflow_days" {
    unit        = "days"
    description = "days a month that workflows are open beyond their first, all added up"
  }
  usage "monthly_retained_workflow_days" {
    unit        = "days"
    description = "days a month that closed workflows are kept, all added up"
  }

  cost "workflows" {
    quantity = usage.monthly_workflows / 1000
    unit     = "1k-workflows"
    price    = "swf/workflows"
  }
  cost "tasks" {
    quantity = usage.monthly_tasks / 1000
    unit     = "1k-tasks"
    price    = "swf/tasks"
  }
  cost "open workflows" {
    quantity = usage.monthly_open_workflow_days / 1000
    unit     = "1k-workflow-days"
    price    = "swf/open-days"
  }
  cost "kept workflows" {
    quantity = usage.monthly_retained_workflow_days / 1000
    unit     = "1k-workflow-days"
    price    = "swf/retained-days"
  }

  uses "domain" {
    gap = "no source gives the energy of a workflow"
  }

  example "ten thousand workflows of ten tasks, kept a week" {
    given   = { workflow_execution_retention_period_in_days = "7" }
    usage   = { monthly_workflows = 10000, monthly_tasks = 100000, monthly_open_workflow_days = 0, monthly_retained_workflow_days = 70000 }
    want    = { workflows = 10, tasks = 100, "open workflows" = 0, "kept workflows" = 70 }
    monthly = "3.85"
    prices  = { "swf/workflows" = 0.10, "swf/tasks" = 0.025, "swf/open-days" = 0.005, "swf/retained-days" = 0.005 }
    source  = "aws.amazon.com/swf/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["workflows", "tasks", "open workflows", "kept workflows"]
    status = "usage"
  }
}
