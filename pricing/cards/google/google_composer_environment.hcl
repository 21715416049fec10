# A Cloud Composer environment: a fee by the hour for its size, and vCPUs,
# memory and storage of what runs in it. In version 2 the fee's prices are
# known for us-central1; those of the vCPUs, memory and storage are not in the
# catalogue, nor is version 3, which bills data compute units.
resource "google_composer_environment" {
  assume "config" {
    why = "not configured: a small environment of the newest version"
  }
  assume "config.environment_size" {
    value = "ENVIRONMENT_SIZE_SMALL"
    why   = "ENVIRONMENT_SIZE_SMALL, the default of the API"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  let {
    image   = get(self.config, "software_config.image_version", "")
    version = length(regexall("composer-2", let.image)) > 0 ? "2" : length(regexall("composer-1", let.image)) > 0 ? "1" : "3"
    size    = lower(trimprefix(upper(get(self.config, "environment_size", "ENVIRONMENT_SIZE_SMALL")), "ENVIRONMENT_SIZE_"))
  }

  cost "environment" {
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "composer/${let.version}/environment/${let.size}"
  }

  cost "workloads" {
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = null
    hint     = "vCPUs, memory and storage of schedulers, workers and the database have no price in the catalogue"
  }

  uses "environment" {
    gap = "the machines behind Composer are not published"
  }

  example "a medium environment of version 2" {
    given   = { config = [{ environment_size = "ENVIRONMENT_SIZE_MEDIUM", software_config = [{ image_version = "composer-2.9.7-airflow-2.9.3" }] }] }
    want    = { environment = 730 }
    gaps    = ["workloads"]
    status  = "partial"
    monthly = "401.50"
    prices  = { "composer/2/environment/medium" = 0.55 }
    source  = "cloud.google.com/composer/pricing, us-central1, 2026-08"
  }

  example "version 3: no price here" {
    given   = { config = [{ environment_size = unknown, software_config = [{ image_version = "composer-3-airflow-2" }] }] }
    want    = {}
    gaps    = ["environment", "workloads"]
    omitted = ["config.environment_size"]
    status  = "gap"
  }

  example "size known only after apply" {
    given  = { config = [{ environment_size = unknown, software_config = [{ image_version = "composer-2-airflow-2" }] }] }
    want   = {}
    gaps   = ["environment", "workloads"]
    status = "gap"
  }
}
