# A Kafka connector: hours of the units (MCU) of its workers. Where it scales
# itself, the fewest workers are counted, with the most as the upper bound.
resource "aws_mskconnect_connector" {
  let {
    fixed = get(self.capacity, "provisioned_capacity", [])
    auto  = get(self.capacity, "autoscaling", [])
    units = length(let.fixed) > 0 ? let.fixed[0].worker_count * get(let.fixed, "mcu_count", 1) : let.auto[0].min_worker_count * get(let.auto, "mcu_count", 1)
    most  = length(let.fixed) > 0 ? let.units : let.auto[0].max_worker_count * get(let.auto, "mcu_count", 1)
  }

  cost "workers" {
    quantity = let.units * hours
    low      = let.units * hours
    high     = let.most * hours
    unit     = "MCU-hour"
    price    = "msk/connect/mcu"
  }

  # A unit is one vCPU and 4 GiB.
  uses "workers" {
    vcpu       = let.units
    memory_gib = let.units * 4
    vcpu_hours = hours
    low        = 1
    high       = let.most / let.units
  }

  example "two workers of two units" {
    given   = { capacity = [{ provisioned_capacity = [{ mcu_count = 2, worker_count = 2 }] }] }
    want    = { workers = 2920 }
    monthly = "321.20"
    prices  = { "msk/connect/mcu" = 0.11 }
    source  = "aws.amazon.com/msk/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "between one and four workers" {
    given = { capacity = [{ autoscaling = [{ mcu_count = 1, min_worker_count = 1, max_worker_count = 4 }] }] }
    want  = { workers = 730 }
  }

  example "workers known only after apply" {
    given  = { capacity = [{ provisioned_capacity = [{ mcu_count = 1, worker_count = unknown }] }] }
    want   = {}
    gaps   = ["workers"]
    status = "gap"
  }
}
