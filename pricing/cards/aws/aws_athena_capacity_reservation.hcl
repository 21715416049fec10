# Capacity reserved for queries of Athena: hours of its processing units, used
# or not; at least an hour, and 24 units at least.
resource "aws_athena_capacity_reservation" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it is held, where that is not all 730"
  }

  cost "processing units" {
    quantity = self.target_dpus * coalesce(usage.monthly_hrs, hours)
    unit     = "DPU-hour"
    price    = "athena/provisioned-dpu"
  }

  # A unit is four vCPUs and 16 GiB.
  uses "units" {
    vcpu       = self.target_dpus * 4
    memory_gib = self.target_dpus * 16
    vcpu_hours = coalesce(usage.monthly_hrs, hours)
  }

  example "24 units" {
    given   = { name = "r", target_dpus = 24 }
    want    = { "processing units" = 17520 }
    monthly = "5256.00"
    prices  = { "athena/provisioned-dpu" = 0.30 }
    source  = "aws.amazon.com/athena/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "held for 100 hours" {
    given = { name = "r", target_dpus = 24 }
    usage = { monthly_hrs = 100 }
    want  = { "processing units" = 2400 }
  }

  example "units known only after apply" {
    given  = { name = "r", target_dpus = unknown }
    want   = {}
    gaps   = ["processing units"]
    status = "gap"
  }
}
