# A queue of Cloud Tasks: operations, each task created or tried, in blocks of
# 32 KB. The first million a month is the billing account's and is not taken
# off.
resource "google_cloud_tasks_queue" {
  usage "monthly_operations" {
    unit        = "operations"
    description = "tasks created and tries to run them"
  }

  cost "operations" {
    quantity = usage.monthly_operations / 1000000
    unit     = "1M-operations"
    price    = "cloud-tasks/operations"
  }

  uses "service" {
    gap = "no figure exists for a share of Cloud Tasks"
  }

  example "five million" {
    given   = { location = "europe-west1" }
    usage   = { monthly_operations = 5000000 }
    want    = { operations = 5 }
    status  = "priced"
    monthly = "2.00"
    prices  = { "cloud-tasks/operations" = 0.4 }
    source  = "cloud.google.com/tasks/pricing, 2026-09"
  }

  example "no use given" {
    given  = { location = unknown }
    want   = {}
    unused = ["operations"]
    status = "usage"
  }
}
