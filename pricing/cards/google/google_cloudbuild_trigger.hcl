# A trigger of Cloud Build: the minutes of the builds it starts, by their
# machine. The catalogue has the usual machine, e2-standard-2, of the default
# pool; the first 2,500 minutes a month are the billing account's and are not
# taken off.
resource "google_cloudbuild_trigger" {
  assume "build.options.machine_type" {
    why = "e2-standard-2"
  }

  usage "monthly_build_minutes" {
    unit        = "minutes"
    description = "time its builds take"
  }

  let {
    machine = lower(replace(coalesce(get(self.build, "options.machine_type"), "e2-standard-2"), "_", "-"))
    pool    = get(self.build, "options.worker_pool")
  }

  cost "build time" {
    when     = let.pool == null
    quantity = usage.monthly_build_minutes
    unit     = "minute"
    price    = "cloud-build/minutes/${let.machine == "unspecified" ? "e2-standard-2" : let.machine}"
  }

  uses "build machines" {
    gap = "the machines behind Cloud Build are shared"
  }

  example "1,000 minutes" {
    given   = { build = [{ options = [{ machine_type = unknown }] }] }
    usage   = { monthly_build_minutes = 1000 }
    want    = { "build time" = 1000 }
    omitted = ["build.options.machine_type"]
    status  = "priced"
    monthly = "6.00"
    prices  = { "cloud-build/minutes/e2-standard-2" = 0.006 }
    source  = "cloud.google.com/build/pricing, 2026-09"
  }

  example "a larger machine: no price here" {
    given  = { build = [{ options = [{ machine_type = "E2_HIGHCPU_32" }] }] }
    usage  = { monthly_build_minutes = 10 }
    want   = {}
    gaps   = ["build time"]
    status = "gap"
  }

  example "in a pool of one's own" {
    given  = { build = [{ options = [{ worker_pool = "projects/p/locations/l/workerPools/w" }] }] }
    want   = {}
    status = "free"
  }

  example "no use given" {
    given  = { filename = "cloudbuild.yaml" }
    want   = {}
    unused = ["build time"]
    status = "usage"
  }

  example "machine known only after apply" {
    given  = { build = [{ options = [{ machine_type = unknown }] }] }
    usage  = { monthly_build_minutes = 1 }
    want   = {}
    gaps   = ["build time"]
    status = "gap"
  }
}
