# The machine of workstations: a fee on each vCPU by the hour, on top of the
# machine as Compute Engine bills it, as long as workstations run. Machines
# kept ready in the pool run always. The home disks that go with each
# workstation are left out.
resource "google_workstations_workstation_config" {
  assume "host.gce_instance.machine_type" {
    value = "e2-standard-4"
    why   = "e2-standard-4, the default of the API"
  }
  assume "host.gce_instance.pool_size" {
    value = 0
    why   = "none, the default of the API"
  }

  usage "monthly_workstation_hrs" {
    unit        = "hours"
    description = "hours all its workstations run together"
  }

  let {
    type  = get(self.host, "gce_instance.machine_type", "e2-standard-4")
    ready = get(self.host, "gce_instance.pool_size", 0) * hours
    vcpu  = machine(let.type).vcpu
    used  = usage.monthly_workstation_hrs + let.ready
  }

  cost "workstations fee" {
    quantity = let.used * let.vcpu
    unit     = "vCPU-hour"
    price    = "workstations/vcpu"
  }

  cost "machines" {
    quantity = let.used
    unit     = "hour"
    price    = "compute/${let.type}/on-demand"
  }

  uses "machines" {
    machine = let.type
    count   = let.used / 730
  }

  example "160 hours of four vCPUs" {
    given   = { host = [{ gce_instance = [{ machine_type = "e2-standard-4", pool_size = 0 }] }] }
    usage   = { monthly_workstation_hrs = 160 }
    want    = { "workstations fee" = 640, machines = 160 }
    status  = "priced"
    monthly = "53.4436544"
    prices  = { "workstations/vcpu" = 0.05, "compute/e2-standard-4/on-demand" = 0.13402284 }
    source  = "cloud.google.com/workstations/pricing, us-central1, 2026-08"
  }

  example "no use given" {
    given   = { host = [{ gce_instance = [{ machine_type = unknown, pool_size = unknown }] }] }
    want    = {}
    unused  = ["workstations fee", "machines"]
    omitted = ["host.gce_instance.machine_type", "host.gce_instance.pool_size"]
    status  = "usage"
  }

  example "machine known only after apply" {
    given  = { host = [{ gce_instance = [{ machine_type = unknown, pool_size = 0 }] }] }
    usage  = { monthly_workstation_hrs = 1 }
    want   = {}
    gaps   = ["workstations fee", "machines"]
    status = "gap"
  }
}
