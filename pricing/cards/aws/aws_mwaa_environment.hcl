# A managed Airflow environment: hours of its class, which include one worker
# and two schedulers, and hours of the workers above. The minimum of workers is
# always there, so is counted; the range goes to the maximum. More schedulers
# and web servers, and the metadata database by use, have no price here.
resource "aws_mwaa_environment" {
  assume "environment_class" {
    value = "mw1.small"
    why   = "mw1.small, the default"
  }
  assume "min_workers" {
    value = 1
    why   = "one worker, the default"
  }
  assume "max_workers" {
    value = 10
    why   = "ten workers, the default"
  }
  assume "schedulers" {
    value = 2
    why   = "two schedulers, the default"
  }
  assume "min_webservers" {
    value = 2
    why   = "two web servers, the default"
  }

  usage "additional_workers" {
    unit        = "workers"
    default     = null
    description = "workers above the one included, on average of all hours"
  }
  usage "meta_database_gb" {
    unit        = "GB"
    default     = null
    description = "metadata database"
  }

  let {
    size    = trimprefix(lower(coalesce(self.environment_class, "mw1.small")), "mw1.")
    least   = max(0, coalesce(self.min_workers, 1) - 1)
    most    = max(let.least, coalesce(self.max_workers, 10) - 1)
    workers = coalesce(usage.additional_workers, let.least)

    # Of each scheduler, web server and worker, by the user guide.
    vcpus    = { micro = 0.5, small = 1, medium = 2, large = 4, xlarge = 8, "2xlarge" = 16 }
    memories = { micro = 1.5, small = 2, medium = 4, large = 8, xlarge = 24, "2xlarge" = 48 }
    vcpu     = lookup(let.vcpus, let.size, 0)
    memory   = lookup(let.memories, let.size, 0)
    fixed    = let.size == "micro" ? 1 : coalesce(self.schedulers, 2) + coalesce(self.min_webservers, 2)
  }

  cost "environment" {
    quantity = hours
    unit     = "hour"
    price    = "mwaa/environment/${let.size}"
  }

  cost "additional workers" {
    when     = let.size != "micro" && let.most > 0
    quantity = let.workers * hours
    low      = (usage.additional_workers == null ? let.least : usage.additional_workers) * hours
    high     = (usage.additional_workers == null ? let.most : usage.additional_workers) * hours
    unit     = "hour"
    price    = "mwaa/worker/${let.size}"
  }

  cost "additional schedulers" {
    when     = let.size != "micro" && coalesce(self.schedulers, 2) > 2
    quantity = (self.schedulers - 2) * hours
    unit     = "hour"
    price    = "mwaa/scheduler/${let.size}"
  }

  cost "additional web servers" {
    when     = let.size != "micro" && coalesce(self.min_webservers, 2) > 2
    quantity = (self.min_webservers - 2) * hours
    unit     = "hour"
    price    = "mwaa/webserver/${let.size}"
  }

  cost "metadata database" {
    when     = usage.meta_database_gb != null
    quantity = usage.meta_database_gb
    unit     = "GB-month"
    price    = "mwaa/metadata-storage"
  }

  # Without its database.
  uses "schedulers and web servers" {
    when       = let.vcpu > 0
    vcpu       = let.vcpu
    memory_gib = let.memory
    count      = let.fixed
  }
  uses "workers" {
    when       = let.vcpu > 0
    vcpu       = let.vcpu
    memory_gib = let.memory
    count      = 1 + let.workers
    high       = 1 + (usage.additional_workers == null ? let.most : usage.additional_workers)
  }

  example "small, with its one worker" {
    given   = { environment_class = "mw1.small", min_workers = 1, max_workers = 1, schedulers = 2, min_webservers = 2 }
    want    = { environment = 730 }
    monthly = "357.70"
    prices  = { "mwaa/environment/small" = 0.49 }
    source  = "aws.amazon.com/managed-workflows-for-apache-airflow/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "all left out: one worker, up to ten" {
    given   = { environment_class = unknown, min_workers = unknown, max_workers = unknown, schedulers = unknown, min_webservers = unknown }
    omitted = ["environment_class", "min_workers", "max_workers", "schedulers", "min_webservers"]
    want    = { environment = 730, "additional workers" = 0 }
    status  = "priced"
  }

  example "three workers at least, and two more schedulers" {
    given  = { environment_class = "mw1.medium", min_workers = 3, max_workers = 5, schedulers = 4 }
    want   = { environment = 730, "additional workers" = 1460 }
    gaps   = ["additional schedulers"]
    prices = { "mwaa/environment/medium" = 0.74, "mwaa/worker/medium" = 0.11 }
  }

  example "use given" {
    given = { environment_class = "mw1.large", min_workers = 1, max_workers = 10 }
    usage = { additional_workers = 2.5, meta_database_gb = 20 }
    want  = { environment = 730, "additional workers" = 1825 }
    gaps  = ["metadata database"]
  }

  example "class known only after apply" {
    given  = { environment_class = unknown, min_workers = 1, max_workers = 1 }
    want   = {}
    gaps   = ["environment"]
    status = "gap"
  }
}
