# A Serverless VPC Access connector: its machines, two at least, billed as the
# Compute Engine machines they are. It grows with traffic up to max_instances
# and does not shrink again, so the range is shown. A connector sized by
# throughput has a machine for each 100 Mbit/s.
resource "google_vpc_access_connector" {
  assume "min_instances" {
    why = "two, or what the throughput needs"
  }
  assume "max_instances" {
    why = "three, or what the throughput allows"
  }
  assume "min_throughput" {
    value = 200
    why   = "200 Mbit/s, the least there is"
  }
  assume "max_throughput" {
    value = 300
    why   = "300 Mbit/s, the default of the API"
  }

  usage "instances" {
    unit        = "machines"
    default     = null
    description = "machines that run on average, where that is not the minimum"
  }

  let {
    lowest  = coalesce(self.min_instances, ceil(coalesce(self.min_throughput, 200) / 100))
    highest = coalesce(self.max_instances, ceil(coalesce(self.max_throughput, 300) / 100))
    count   = coalesce(usage.instances, let.lowest)
    fixed   = usage.instances != null
  }

  part "machine" {
    card  = "google_compute_instance"
    given = { machine_type = coalesce(self.machine_type, "e2-micro") }
    count = let.count
    low   = let.fixed ? let.count : let.lowest
    high  = let.fixed ? let.count : let.highest
  }

  example "two to ten of e2-micro" {
    given   = { machine_type = "e2-micro", min_instances = 2, max_instances = 10, min_throughput = unknown, max_throughput = unknown }
    omitted = ["min_throughput", "max_throughput"]
    want    = { "machine: instance" = 1460 }
    status  = "priced"
    monthly = "12.22958415"
    prices  = { "compute/e2-micro/on-demand" = 0.0083764275 }
    source  = "cloud.google.com/compute/all-pricing, us-central1, 2026-07"
  }

  example "all left to the API" {
    given   = { machine_type = "e2-micro", min_instances = unknown, max_instances = unknown, min_throughput = unknown, max_throughput = unknown }
    omitted = ["min_instances", "max_instances", "min_throughput", "max_throughput"]
    want    = { "machine: instance" = 1460 }
  }

  example "machines known only after apply" {
    given  = { machine_type = "e2-standard-4", min_instances = unknown, max_instances = 10 }
    want   = {}
    gaps   = ["machine"]
    status = "gap"
  }
}
