# Not a type of the provider: the surcharge for a major version past its
# standard support, a piece of RDS instances, clusters and their instances. It
# is asked by vCPU-hour of every machine, standbys too, or by ACU-hour of
# Aurora Serverless v2, and doubles in the third year.
#
# Whether a version is past standard support depends on the day; the calendar
# below is judged on the day of this edition of the catalogue. Instances with
# the extended support switched off are upgraded instead.
resource "aws_rds_extended_support" {
  let {
    # First day that is billed (year, month, day), by the release calendars in
    # the user guides of RDS and Aurora, 2026-05; the day they are judged on.
    # Aurora MySQL 5.7 has no third year: it ends in February 2027.
    as_of = 20261121
    billed_from = {
      mysql_5_7         = 20240301
      mysql_8_0         = 20260801
      mysql_8_4         = 20290801
      postgres_11       = 20240401
      postgres_12       = 20250301
      postgres_13       = 20260301
      postgres_14       = 20270301
      postgres_15       = 20280301
      postgres_16       = 20290301
      postgres_17       = 20300301
      aurora_mysql_5_7  = 20241201
      aurora_mysql_8_0  = 20280501
    }
    # Aurora PostgreSQL goes by the calendar of PostgreSQL, and a cluster of
    # several zones by that of its engine.
    engine = replace(replace(lower(self.engine), "aurora-postgresql", "postgres"), "-", "_")
    offers = contains(["mysql", "postgres", "aurora_mysql"], let.engine)

    # PostgreSQL counts major versions by one number, MySQL by two. Aurora MySQL
    # writes 8.0.mysql_aurora.3.05.2.
    parts = split(".", let.offers && self.version != null ? self.version : "0")
    major = let.engine == "postgres" || length(let.parts) < 2 ? let.parts[0] : "${let.parts[0]}_${let.parts[1]}"
    # Without a version it is the newest; versions out of the table are newer
    # than it or can no longer be run.
    from = lookup(let.billed_from, "${let.engine}_${let.major}", 99999999)

    enabled  = self.lifecycle == null || self.lifecycle != "open-source-rds-extended-support-disabled"
    extended = let.offers && let.enabled && let.from <= let.as_of
    # Two years on; the aurora_mysql_5_7 above never gets there.
    year     = let.from + 20000 <= let.as_of && let.engine != "aurora_mysql" ? "year-3" : "year-1-2"
  }

  cost "vCPU" {
    when     = let.extended && self.vcpu_hours != null
    quantity = self.vcpu_hours
    unit     = "vCPU-hour"
    price    = "rds/extended-support/vcpu/${let.year}"
  }

  cost "ACU" {
    when     = let.extended && self.acu_hours != null
    quantity = self.acu_hours
    low      = self.acu_hours_low
    high     = self.acu_hours_high
    unit     = "ACU-hour"
    price    = "rds/extended-support/acu/${let.year}"
  }

  example "two vCPUs of MySQL 5.7, in the third year" {
    given   = { engine = "mysql", version = "5.7.44", vcpu_hours = 1460 }
    want    = { vCPU = 1460 }
    monthly = "292.00"
    prices  = { "rds/extended-support/vcpu/year-3" = 0.2 }
    source  = "aws.amazon.com/rds/mysql/pricing, us-east-1, 2025-06"
  }

  example "PostgreSQL 13, in the first year" {
    given   = { engine = "postgres", version = "13.18", vcpu_hours = 1460 }
    want    = { vCPU = 1460 }
    monthly = "146.00"
    prices  = { "rds/extended-support/vcpu/year-1-2" = 0.1 }
    source  = "aws.amazon.com/rds/postgresql/pricing, us-east-1, 2025-06"
  }

  example "serverless Aurora PostgreSQL 12" {
    given   = { engine = "aurora-postgresql", version = "12", acu_hours = 365, acu_hours_low = 365, acu_hours_high = 5840 }
    want    = { ACU = 365 }
    monthly = "31.025"
    prices  = { "rds/extended-support/acu/year-1-2" = 0.085 }
    source  = "aws.amazon.com/rds/aurora/pricing, us-east-1, 2025-06"
  }

  example "Aurora MySQL 5.7 has no third year" {
    given  = { engine = "aurora-mysql", version = "5.7.mysql_aurora.2.11.3", vcpu_hours = 730 }
    want   = { vCPU = 730 }
    prices = { "rds/extended-support/vcpu/year-1-2" = 0.1 }
  }

  example "in standard support" {
    given  = { engine = "postgres", version = "16.4", vcpu_hours = 1460 }
    want   = {}
    status = "free"
  }

  example "switched off" {
    given  = { engine = "mysql", version = "5.7", lifecycle = "open-source-rds-extended-support-disabled", vcpu_hours = 1460 }
    want   = {}
    status = "free"
  }

  example "an engine without it, and no version" {
    given  = { engine = "mariadb", vcpu_hours = 1460 }
    want   = {}
    status = "free"
  }

  example "version known only after apply" {
    given  = { engine = "mysql", version = unknown, vcpu_hours = 1460 }
    want   = {}
    gaps   = ["vCPU"]
    status = "gap"
  }
}
