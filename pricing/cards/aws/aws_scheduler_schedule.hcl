# Invocations of the target, from the schedule where that is a rate; a date is one.
# Cron schedules and retries need them said. The fourteen million an account has
# free a month are not deducted. A disabled schedule is free.
resource "aws_scheduler_schedule" {
  assume "state" {
    value = "ENABLED"
    why   = "on, the provider's default"
  }

  usage "monthly_invocations" {
    unit        = "invocations"
    default     = null
    description = "invocations a month, instead of what the schedule says"
  }

  let {
    text    = lower(trimspace(self.schedule_expression))
    rate    = regexall("^rate\\(\\s*(\\d+)\\s+(minute|hour|day)s?\\s*\\)$", let.text)
    minutes = length(let.rate) == 0 ? 0 : tonumber(let.rate[0][0]) * lookup({ minute = 1, hour = 60, day = 1440 }, let.rate[0][1], 0)
    planned = let.minutes > 0 ? hours * 60 / let.minutes : startswith(let.text, "at(") ? 1 : null
    runs    = usage.monthly_invocations != null ? usage.monthly_invocations : let.planned
  }

  cost "invocations" {
    when     = upper(coalesce(self.state, "ENABLED")) == "ENABLED"
    quantity = let.runs == null ? null : let.runs / 1000000
    unit     = "1M-invocations"
    price    = "eventbridge/scheduler"
    whole    = true
  }

  uses "schedule" {
    gap = "no source gives the energy of an invocation"
  }

  example "every minute" {
    given   = { schedule_expression = "rate(1 minute)", state = unknown }
    omitted = ["state"]
    want    = { invocations = 0.0438 }
    monthly = "0.0438"
    prices  = { "eventbridge/scheduler" = 1 }
    source  = "aws.amazon.com/eventbridge/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "a cron schedule" {
    given  = { schedule_expression = "cron(0 3 * * ? *)", state = "ENABLED" }
    want   = {}
    unused = ["invocations"]
    status = "usage"
  }

  example "a cron schedule, invocations said" {
    given = { schedule_expression = "cron(0 3 * * ? *)", state = "ENABLED" }
    usage = { monthly_invocations = 31 }
    want  = { invocations = 0.000031 }
  }

  example "disabled" {
    given  = { schedule_expression = "rate(1 minute)", state = "DISABLED" }
    want   = {}
    status = "free"
  }

  example "schedule known only after apply" {
    given  = { schedule_expression = unknown, state = "ENABLED" }
    want   = {}
    gaps   = ["invocations"]
    status = "gap"
  }
}
