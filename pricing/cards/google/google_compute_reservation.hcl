# A reservation of machines: capacity that no machine uses, at the price of
# the machines, for those that run in it pay as themselves. How much lies idle
# is use. Accelerators and local disks that are reserved with a type of the
# general families are left out.
resource "google_compute_reservation" {
  usage "monthly_idle_vm_hrs" {
    unit        = "hours"
    description = "hours of reserved machines that none ran in, all together"
  }

  let {
    type    = regex("[^/]+$", lower(get(self.specific_reservation, "instance_properties.machine_type")))
    scratch = length(get(self.specific_reservation, "instance_properties.local_ssds", []))
    gpus    = length(get(self.specific_reservation, "instance_properties.guest_accelerators", []))
  }

  cost "idle machines" {
    quantity = usage.monthly_idle_vm_hrs
    unit     = "hour"
    price    = "compute/${let.type}/on-demand"
  }

  cost "idle accelerators and local disks" {
    when     = let.scratch + let.gpus > 0
    quantity = usage.monthly_idle_vm_hrs
    unit     = "hour"
    price    = null
    hint     = "what is reserved with the machines has no price here"
  }

  uses "machines" {
    gap = "what lies idle draws little, and no figure says how much"
  }

  example "a tenth of the month of two machines" {
    given   = { specific_reservation = [{ count = 2, instance_properties = [{ machine_type = "e2-standard-4", local_ssds = [], guest_accelerators = [] }] }] }
    usage   = { monthly_idle_vm_hrs = 146 }
    want    = { "idle machines" = 146 }
    status  = "priced"
    monthly = "19.56733464"
    prices  = { "compute/e2-standard-4/on-demand" = 0.13402284 }
    source  = "cloud.google.com/compute/vm-instance-pricing, us-central1, 2026-07"
  }

  example "no use given" {
    given  = { specific_reservation = [{ count = 2, instance_properties = [{ machine_type = "e2-standard-4", local_ssds = [], guest_accelerators = [] }] }] }
    want   = {}
    unused = ["idle machines"]
    status = "usage"
  }

  example "type known only after apply" {
    given  = { specific_reservation = [{ count = 1, instance_properties = [{ machine_type = unknown, local_ssds = [], guest_accelerators = [] }] }] }
    usage  = { monthly_idle_vm_hrs = 1 }
    want   = {}
    gaps   = ["idle machines"]
    status = "gap"
  }
}
