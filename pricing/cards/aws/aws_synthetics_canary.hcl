# Runs of the canary, from its schedule where that is a rate. The function it runs
# as, its logs and what it keeps are billed themselves. Cron schedules and canaries
# that are not started need the runs said.
resource "aws_synthetics_canary" {
  assume "start_canary" {
    value = false
    why   = "not started, the provider's default"
  }

  usage "monthly_runs" {
    unit        = "runs"
    default     = null
    description = "runs a month, instead of what the schedule says"
  }

  let {
    text  = lower(trimspace(coalesce(get(self.schedule, "expression"), "")))
    rate  = regexall("^rate\\(\\s*(\\d+)\\s+(minute|hour)s?\\s*\\)$", let.text)
    every = length(let.rate) == 0 ? 0 : tonumber(let.rate[0][0]) * (let.rate[0][1] == "hour" ? 60 : 1)
    runs  = usage.monthly_runs != null ? usage.monthly_runs : coalesce(self.start_canary, false) && let.every > 0 ? hours * 60 / let.every : null
  }

  cost "runs" {
    quantity = let.runs
    unit     = "run"
    price    = "cloudwatch/synthetics-canary-run"
  }

  uses "canary" {
    gap = "the function it runs as carries the energy"
  }

  example "every five minutes" {
    given   = { start_canary = true, schedule = [{ expression = "rate(5 minutes)" }] }
    want    = { runs = 8760 }
    monthly = "10.512"
    prices  = { "cloudwatch/synthetics-canary-run" = 0.0012 }
    source  = "aws.amazon.com/cloudwatch/pricing, us-east-1, 2025-09"
    status  = "priced"
  }

  example "every hour, not started by Terraform" {
    given   = { start_canary = unknown, schedule = [{ expression = "rate(1 hour)" }] }
    omitted = ["start_canary"]
    want    = {}
    unused  = ["runs"]
    status  = "usage"
  }

  example "a cron schedule, runs said" {
    given = { start_canary = true, schedule = [{ expression = "cron(0 * * * ? *)" }] }
    usage = { monthly_runs = 730 }
    want  = { runs = 730 }
  }

  example "schedule known only after apply" {
    given  = { start_canary = true, schedule = [{ expression = unknown }] }
    want   = {}
    gaps   = ["runs"]
    status = "gap"
  }
}
