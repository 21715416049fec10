# A database proxy: hours of every vCPU of the instance behind it, two at
# least; of every capacity unit for Aurora Serverless v2, eight at least. The
# instance is found through aws_db_proxy_target; for a cluster say how many
# vCPUs or units all its instances have together. The proxy's own endpoint is
# included, further ones are billed as interface endpoints.
resource "aws_db_proxy" {
  ref "target" {
    by = ["aws_db_proxy_target"]
  }
  ref "instance" {
    of    = "target"
    path  = "db_instance_identifier"
    types = ["aws_db_instance"]
  }

  usage "vcpus" {
    unit        = "vCPUs"
    default     = null
    description = "vCPUs of all instances behind it, where the plan does not show them"
  }
  usage "aurora_capacity_units" {
    unit        = "ACUs"
    default     = null
    description = "capacity units on average of Aurora Serverless v2 behind it"
  }

  let {
    class = get(refs.instance, "instance_class")
    size  = let.class == null ? null : machine(let.class).vcpu
    vcpus = usage.vcpus == null ? let.size : usage.vcpus
  }

  cost "proxy" {
    when     = usage.aurora_capacity_units == null
    quantity = let.vcpus == null ? null : max(2, let.vcpus) * hours
    unit     = "vCPU-hour"
    price    = "rds/proxy/vcpu"
  }

  cost "proxy for serverless capacity" {
    when     = usage.aurora_capacity_units != null
    quantity = usage.aurora_capacity_units == null ? null : max(8, usage.aurora_capacity_units) * hours
    unit     = "ACU-hour"
    price    = "rds/proxy/acu"
  }

  uses "proxy" {
    gap = "the machines of a proxy are not published"
  }

  example "before an instance of four vCPUs" {
    given   = { engine_family = "MYSQL" }
    refs    = { target = { db_instance_identifier = unknown }, instance = { instance_class = "db.m5.xlarge" } }
    want    = { proxy = 2920 }
    monthly = "43.80"
    prices  = { "rds/proxy/vcpu" = 0.015 }
    source  = "aws.amazon.com/rds/proxy/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "vCPUs of a cluster given, less than the least" {
    given = { engine_family = "POSTGRESQL" }
    usage = { vcpus = 1 }
    want  = { proxy = 1460 }
  }

  example "before Aurora Serverless v2" {
    given   = { engine_family = "POSTGRESQL" }
    usage   = { aurora_capacity_units = 10 }
    want    = { "proxy for serverless capacity" = 7300 }
    prices  = { "rds/proxy/acu" = 0.015 }
    monthly = "109.50"
    source  = "aws.amazon.com/rds/proxy/pricing, us-east-1, 2025-06"
  }

  example "nothing known of what is behind it" {
    given  = { engine_family = "MYSQL" }
    want   = {}
    unused = ["proxy"]
    status = "usage"
  }

  example "class known only after apply" {
    given  = { engine_family = "MYSQL" }
    refs   = { target = { db_instance_identifier = unknown }, instance = { instance_class = unknown } }
    want   = {}
    gaps   = ["proxy"]
    status = "gap"
  }
}
