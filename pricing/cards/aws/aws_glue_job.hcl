# A Glue job: DPU-hours while it runs, by the size and number of its workers.
# Flexible execution is cheaper. A Python shell job has a sixteenth of a DPU
# unless it says more; a Spark job that says nothing has ten. Ray jobs and the
# memory-optimised workers (R) are billed by another unit, without a price here.
resource "aws_glue_job" {
  assume "worker_type" {
    why = "said by max_capacity, else the default of ten DPU"
  }
  assume "number_of_workers" {
    why = "said by max_capacity, else the default of ten DPU"
  }
  assume "max_capacity" {
    why = "said by workers, else ten DPU, a sixteenth of one for a Python shell"
  }

  usage "monthly_hours" {
    unit        = "hours"
    description = "hours a month the job runs, all runs together"
  }

  let {
    name  = lower(get(self.command, "name", "glueetl"))
    shell = let.name == "pythonshell"
    type  = upper(coalesce(self.worker_type, "G.1X"))
    # DPU of a worker.
    sizes = {
      Standard = 1
      G_025X   = 0.25
      G_1X     = 1
      G_2X     = 2
      G_4X     = 4
      G_8X     = 8
      G_12X    = 12
      G_16X    = 16
    }
    each  = lookup(let.sizes, let.type == "STANDARD" ? "Standard" : replace(let.type, ".", "_"), 0)
    known = let.each > 0 && let.name != "glueray"
    dpu   = self.number_of_workers == null ? coalesce(self.max_capacity, let.shell ? 0.0625 : 10) : self.number_of_workers * let.each
    flex  = upper(coalesce(self.execution_class, "STANDARD")) == "FLEX"
  }

  cost "DPU" {
    quantity = let.known ? let.dpu * usage.monthly_hours : usage.monthly_hours
    unit     = "DPU-hour"
    price    = let.known ? (let.flex ? "glue/etl-dpu-flex" : "glue/etl-dpu") : "glue/memory-dpu"
  }

  # A DPU is 4 vCPUs and 16 GB.
  uses "workers" {
    when       = let.known
    vcpu       = 4 * let.dpu
    memory_gib = 16 * let.dpu
    vcpu_hours = usage.monthly_hours
  }

  example "ten workers for 20 hours" {
    given   = { worker_type = "G.1X", number_of_workers = 10, max_capacity = unknown, command = [{ name = "glueetl" }] }
    omitted = ["max_capacity"]
    usage   = { monthly_hours = 20 }
    want    = { DPU = 200 }
    monthly = "88.00"
    prices  = { "glue/etl-dpu" = 0.44 }
    source  = "aws.amazon.com/glue/pricing, us-east-1, 2025-07"
    status  = "priced"
  }

  example "larger workers, flexible" {
    given  = { worker_type = "G.2X", number_of_workers = 5, execution_class = "FLEX", command = [{ name = "glueetl" }] }
    usage  = { monthly_hours = 20 }
    want   = { DPU = 200 }
    prices = { "glue/etl-dpu-flex" = 0.29 }
  }

  example "a Python shell that says nothing" {
    given   = { worker_type = unknown, number_of_workers = unknown, max_capacity = unknown, command = [{ name = "pythonshell" }] }
    omitted = ["worker_type", "number_of_workers", "max_capacity"]
    usage   = { monthly_hours = 16 }
    want    = { DPU = 1 }
  }

  example "by capacity" {
    given = { max_capacity = 2, command = [{ name = "gluestreaming" }] }
    usage = { monthly_hours = 730 }
    want  = { DPU = 1460 }
  }

  example "memory-optimised workers have no published price" {
    given  = { worker_type = "R.2X", number_of_workers = 5, command = [{ name = "glueetl" }] }
    usage  = { monthly_hours = 10 }
    want   = {}
    gaps   = ["DPU"]
    status = "gap"
  }

  example "no use given" {
    given  = { worker_type = "G.1X", number_of_workers = 2, command = [{ name = "glueetl" }] }
    want   = {}
    unused = ["DPU"]
    status = "usage"
  }

  example "number known only after apply" {
    given  = { worker_type = "G.1X", number_of_workers = unknown, command = [{ name = "glueetl" }] }
    usage  = { monthly_hours = 10 }
    want   = {}
    gaps   = ["DPU"]
    status = "gap"
  }
}
