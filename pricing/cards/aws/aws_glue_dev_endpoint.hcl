# A development endpoint: hours of its data processing units as long as it
# exists, five unless said otherwise; a worker of type G.1X is one unit, G.2X two.
resource "aws_glue_dev_endpoint" {
  assume "number_of_nodes" {
    value = 5
    why   = "five units, the default of the API"
  }

  let {
    units = { standard = 1, "g.1x" = 1, "g.2x" = 2 }
    dpus  = self.worker_type == null ? coalesce(self.number_of_nodes, 5) : lookup(let.units, lower(self.worker_type), 1) * self.number_of_workers
  }

  cost "processing units" {
    quantity = let.dpus * hours
    unit     = "DPU-hour"
    price    = "glue/dev-endpoint"
  }

  # A unit is four vCPUs and 16 GiB.
  uses "units" {
    vcpu       = let.dpus * 4
    memory_gib = let.dpus * 16
    vcpu_hours = hours
  }

  example "five units, the default" {
    given   = { name = "e", number_of_nodes = unknown }
    omitted = ["number_of_nodes"]
    want    = { "processing units" = 3650 }
    monthly = "1606.00"
    prices  = { "glue/dev-endpoint" = 0.44 }
    source  = "aws.amazon.com/glue/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "three workers of two units" {
    given = { name = "e", worker_type = "G.2X", number_of_workers = 3 }
    want  = { "processing units" = 4380 }
  }

  example "workers known only after apply" {
    given  = { name = "e", worker_type = "G.1X", number_of_workers = unknown }
    want   = {}
    gaps   = ["processing units"]
    status = "gap"
  }
}
