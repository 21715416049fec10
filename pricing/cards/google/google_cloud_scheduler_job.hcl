# A job of Cloud Scheduler: a month of it, however often it runs, paused or not.
# Three jobs are free for each billing account, which is not taken off. What a
# job calls is billed there.
resource "google_cloud_scheduler_job" {
  cost "job" {
    quantity = 1
    unit     = "month"
    price    = "scheduler/job"
  }

  uses "service" {
    gap = "no figure exists for a share of Cloud Scheduler"
  }

  example "a job" {
    given   = { schedule = "*/5 * * * *", paused = false }
    want    = { job = 1 }
    status  = "priced"
    monthly = "0.10"
    prices  = { "scheduler/job" = 0.1 }
    source  = "cloud.google.com/scheduler/pricing, 2026-09"
  }

  example "schedule known only after apply" {
    given = { schedule = unknown }
    want  = { job = 1 }
  }
}
