# A batch of Managed Spark (Dataproc Serverless): data compute units while it
# runs, 0.6 for each vCPU and 0.1 for each GiB of memory; premium units cost
# more. Known in us-central1; shuffle storage and accelerators have no price
# in the catalogue.
resource "google_dataproc_batch" {
  usage "monthly_dcu_hrs" {
    unit        = "DCU-hours"
    description = "data compute units, by the hour"
  }
  usage "monthly_shuffle_gb" {
    unit        = "GB"
    default     = null
    description = "shuffle storage, on average over the month"
  }

  let {
    tier = lower(lookup(first(get(self.runtime_config, "properties"), {}), "dataproc:dataproc.tier", lookup(first(get(self.runtime_config, "properties"), {}), "dataproc.tier", "standard")))
  }

  cost "compute units" {
    quantity = usage.monthly_dcu_hrs
    unit     = "DCU-hour"
    price    = "dataproc/serverless/${let.tier}"
  }

  cost "shuffle storage" {
    when     = usage.monthly_shuffle_gb != null
    quantity = usage.monthly_shuffle_gb
    unit     = "GiB-month"
    price    = "dataproc/serverless/shuffle"
  }

  uses "machines" {
    gap = "the machines behind it are not published"
  }

  example "500 units" {
    given   = { location = "us-central1" }
    usage   = { monthly_dcu_hrs = 500 }
    want    = { "compute units" = 500 }
    status  = "priced"
    monthly = "30.00"
    prices  = { "dataproc/serverless/standard" = 0.06 }
    source  = "cloud.google.com/dataproc-serverless/pricing, us-central1, 2026-08"
  }

  example "shuffle: no price here" {
    given  = { location = "us-central1" }
    usage  = { monthly_dcu_hrs = 1, monthly_shuffle_gb = 400 }
    want   = { "compute units" = 1 }
    gaps   = ["shuffle storage"]
    status = "partial"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["compute units"]
    status = "usage"
  }
}
